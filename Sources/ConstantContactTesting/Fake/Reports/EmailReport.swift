/// The tracking reports of an email, by the last part of their path.
enum EmailReport: String, CaseIterable, Sendable {
  case sends, opens, clicks, forwards, optouts, bounces, didnotopens
  case uniqueOpens = "unique_opens"

  /// The kind of event that each row shows.
  var kind: FakeConstantContact.EmailEvent.Kind {
    switch self {
    case .sends, .didnotopens: .send
    case .opens, .uniqueOpens: .open
    case .clicks: .click
    case .forwards: .forward
    case .optouts: .optOut
    case .bounces: .bounce
    }
  }

  /// The `tracking_activity_type` of each row.
  var type: String { self == .uniqueOpens ? "em_opens" : "em_" + rawValue }

  var parameters: Set<String> {
    switch self {
    case .clicks: ["limit", "url_id"]
    case .bounces: ["limit", "bounce_code"]
    default: ["limit"]
    }
  }
}
