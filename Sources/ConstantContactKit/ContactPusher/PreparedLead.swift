internal import ConstantContactResources

/// A lead that has been looked at: settled without a request, or ready to be delivered.
struct PreparedLead: Sendable {
  enum Verdict: Sendable {
    case settled(DeliveryReport.Outcome)
    case ready(NewContact, LeadMapper)
  }

  let position: Int
  let email: String?
  let lead: Lead
  var verdict: Verdict

  /// The report of a lead that needs no request.
  var settledReport: DeliveryReport? {
    if case .settled(let outcome) = verdict { report(outcome) } else { nil }
  }

  func report(_ outcome: DeliveryReport.Outcome) -> DeliveryReport {
    report(ContactDelivery.Ending(outcome))
  }

  func report(_ ending: ContactDelivery.Ending, notes: [DeliveryReport.Note] = []) -> DeliveryReport {
    DeliveryReport(
      position: position, email: email, outcome: ending.outcome, contact: ending.contact,
      contactID: ending.contact?.id ?? ending.contactID, notes: notes + ending.notes)
  }
}
