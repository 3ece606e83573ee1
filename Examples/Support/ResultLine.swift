public import ConstantContactKit

/// What became of one lead, as it is printed.
public struct ResultLine: Sendable, Hashable, Codable {
  /// What became of it.
  public enum Outcome: String, Sendable, Hashable, Codable {
    /// A contact was created.
    case created
    /// The contact was there, and was written to as asked.
    case updated
    /// Nothing was written.
    case skipped
    /// It went wrong.
    case failed
    /// Nothing was done about it, and nothing will be.
    case notTried = "not_tried"
    /// It is kept, and its turn will come.
    case queued
  }

  /// The number of the lead, counted from 1.
  public let row: Int
  /// The address that was chosen from the lead.
  public var email: String?
  /// What became of it.
  public let outcome: Outcome
  /// Why, in words; `nil` for a contact that was created.
  public let reason: String?
  /// The contact's id.
  public var contactID: String?
  /// How the contact stands towards the account.
  public var state: String?
  /// What else there is to say.
  public var notes: [String] = []

  private enum CodingKeys: String, CodingKey {
    case row, email, outcome, reason
    case contactID = "contact_id"
    case state, notes
  }

  /// Makes a line of a report.
  ///
  /// - Parameters:
  ///   - report: What became of the lead.
  ///   - row: The number of the lead.
  ///   - rows: All leads that were pushed together, so that a line can name another.
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
    }
    if case .skipped(.duplicate(of: let first)) = report.outcome, rows.indices.contains(first) {
      reason = "same address as row \(rows[first].row)"
    } else {
      reason = report.reason
    }
    notes = report.notes.map(\.description)
  }

  /// Makes the line of a lead that nothing was done about.
  public init(row: Int, outcome: Outcome = .notTried, reason: String) {
    self.row = row
    self.outcome = outcome
    self.reason = reason
  }

  /// Reads what `encode(to:)` wrote.
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

  /// Every key but `notes` is there in every line, so that other programs need not ask.
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
  /// Row and outcome, none of the personal data.
  public var description: String { "row \(row): \(outcome.rawValue)" }
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror without the values.
  public var customMirror: Mirror { Mirror(self, children: ["row": row, "outcome": outcome]) }
}
