public import ConstantContactKit

/// The result of a push for one lead, as it is printed.
public struct ResultLine: Sendable, Hashable, Codable {
  /// The outcome of a push.
  public enum Outcome: String, Sendable, Hashable, Codable {
    /// A contact was created.
    case created
    /// An existing contact was updated.
    case updated
    /// Nothing was written.
    case skipped
    /// An error occurred.
    case failed
    /// The lead was not attempted.
    case notTried = "not_tried"
    /// In a dry run: the lead would be pushed.
    case wouldPush = "would_push"
    /// The lead is stored for a later delivery.
    case queued
  }

  /// The number of the lead, counted from 1.
  public let row: Int
  /// The selected email address of the lead.
  public var email: String?
  /// The outcome.
  public let outcome: Outcome
  /// The reason of the outcome; `nil` for a created contact.
  public let reason: String?
  /// The ID of the contact.
  public var contactID: String?
  /// The state of the contact.
  public var state: String?
  /// Additional remarks.
  public var notes: [String] = []

  private enum CodingKeys: String, CodingKey {
    case row, email, outcome, reason
    case contactID = "contact_id"
    case state, notes
  }

  /// Creates a result from a report.
  ///
  /// - Parameters:
  ///   - report: The report on the lead.
  ///   - row: The number of the lead.
  ///   - rows: All leads of the push, for references to other rows.
  public init(_ report: DeliveryReport, row: Int, rows: [LeadRow] = []) {
    self.row = row
    email = report.email
    contactID = report.contactID?.rawValue
    state = report.state?.rawValue
    switch report.outcome {
    case .created: outcome = .created
    case .updated: outcome = .updated
    case .skipped: outcome = .skipped
    case .failed: outcome = .failed
    case .notAttempted: outcome = .notTried
    case .wouldCreate, .wouldUpdate: outcome = .wouldPush
    }
    if case .skipped(.duplicate(of: let first)) = report.outcome, rows.indices.contains(first) {
      reason = "same address as row \(rows[first].row)"
    } else {
      reason = report.reason
    }
    notes = report.notes.map(\.description)
  }

  /// Creates the result of a lead that was not pushed.
  public init(row: Int, email: String? = nil, outcome: Outcome = .notTried, reason: String) {
    self.row = row
    self.email = email
    self.outcome = outcome
    self.reason = reason
  }

  /// Decodes a result.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    row = try container.decode(Int.self, forKey: .row)
    email = try container.decodeIfPresent(String.self, forKey: .email)
    outcome = try container.decode(Outcome.self, forKey: .outcome)
    reason = try container.decodeIfPresent(String.self, forKey: .reason)
    contactID = try container.decodeIfPresent(String.self, forKey: .contactID)
    state = try container.decodeIfPresent(String.self, forKey: .state)
    notes = try container.decodeIfPresent([String].self, forKey: .notes) ?? []
  }

  /// Encodes a result. Every key except `notes` is always present.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(row, forKey: .row)
    try container.encode(email, forKey: .email)
    try container.encode(outcome, forKey: .outcome)
    try container.encode(reason, forKey: .reason)
    try container.encode(contactID, forKey: .contactID)
    try container.encode(state, forKey: .state)
    if !notes.isEmpty { try container.encode(notes, forKey: .notes) }
  }
}

extension ResultLine: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The row and the outcome, without personal data.
  public var description: String { "row \(row): \(outcome.rawValue)" }
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror without the values.
  public var customMirror: Mirror { Mirror(self, children: ["row": row, "outcome": outcome]) }
}
