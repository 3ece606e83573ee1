/// The reports of a landing page, by the last part of their path.
enum LandingPageReport: String, CaseIterable, Sendable {
  case uniqueClicks = "p_unique_contact_clicks"
  case uniqueOpens = "p_unique_contact_opens"
  case opens = "p_contact_opens"
  case uniqueUpdates = "p_unique_contact_updates"
  case uniqueAdds = "p_unique_contact_adds"
  case uniqueSMSOptIns = "p_unique_contact_sms_optins"

  var kind: FakeConstantContact.LandingPageVisit.Kind {
    switch self {
    case .uniqueClicks: .click
    case .uniqueOpens, .opens: .open
    case .uniqueUpdates: .update
    case .uniqueAdds: .add
    case .uniqueSMSOptIns: .smsOptIn
    }
  }

  /// The `tracking_activity_type` of each row, as the contract's examples have it.
  var type: String {
    switch self {
    case .uniqueClicks: "p_contact_click"
    case .uniqueOpens, .opens: "p_contact_opens"
    case .uniqueUpdates: "p_contact_updates"
    case .uniqueAdds: "p_contact_adds"
    case .uniqueSMSOptIns: "p_contact_sms_optins"
    }
  }
}
