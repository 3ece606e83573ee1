import ConstantContactKit
import ExampleSupport

/// What became of one lead, as it is printed.
struct ResultLine: Encodable {
  enum Outcome: String, Encodable {
    case created, updated, skipped, failed
    case notTried = "not_tried"
  }

  let row: Int
  var email: String?
  let outcome: Outcome
  let reason: String?
  var contactID: String?
  var state: String?
  var notes: [String] = []

  enum CodingKeys: String, CodingKey {
    case row, email, outcome, reason
    case contactID = "contact_id"
    case state, notes
  }

  init(_ report: DeliveryReport, row: Int, rows: [LeadRow]) {
    self.row = row
    email = report.email
    contactID = report.contactID?.rawValue
    state = report.state?.rawValue
    switch report.outcome {
    case .created: outcome = .created
    case .updated: outcome = .updated
    case .skipped: outcome = .skipped
    case .failed: outcome = .failed
    case .notTried: outcome = .notTried
    }
    if case .skipped(.duplicate(of: let first)) = report.outcome {
      reason = "same address as row \(rows[first].row)"
    } else {
      reason = report.reason
    }
    notes = report.notes.map { note in
      switch note {
      case .cut(let field, let limit): "\(field) cut to \(limit) characters"
      case .notSent(let field): "\(field) not sent: no such custom field"
      case .confirmedByLookUp: "the answer was lost; confirmed by look-up"
      }
    }
  }

  /// A lead that nothing was done about.
  init(row: Int, reason: String) {
    self.row = row
    self.reason = reason
    outcome = .notTried
  }

  /// Every key is there in every line, so that other programs need not ask.
  func encode(to encoder: any Encoder) throws {
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
