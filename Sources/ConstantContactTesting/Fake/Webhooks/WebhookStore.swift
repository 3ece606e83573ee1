internal import ConstantContactTransport

/// The webhook subscriptions of the partner, and the notifications.
struct WebhookStore {
  struct Topic {
    let id: Int
    let event: String
    let name: String
    let text: String
  }

  static let topics = [
    Topic(
      id: 1, event: "tier.increase", name: "Billing Tier Upgrade",
      text: "Executes when an account's billing tier is upgraded."),
    Topic(
      id: 2, event: "tier.decrease", name: "Billing Tier Downgrade",
      text: "Executes when an account's billing tier is downgraded."),
    Topic(id: 3, event: "account.cancel", name: "Account Cancelled", text: "Executes when an account is cancelled."),
    Topic(id: 4, event: "account.disable", name: "Account Disabled", text: "Executes when an account is disabled."),
  ]

  /// The callback URIs by topic.
  var hooks: [Int: String] = [:]
  var receiver: (@Sendable (TransportRequest) async throws -> TransportStatus)?
  var notifications: [FakeConstantContact.Notification] = []
  var deliveries: [Task<Void, Never>] = []

  func json(of topic: Topic) -> JSON? {
    hooks[topic.id].map { hook in
      [
        "topic_id": .integer(topic.id), "hook_uri": .string(hook), "topic_name": .string(topic.name),
        "topic_description": .string(topic.text),
      ]
    }
  }
}
