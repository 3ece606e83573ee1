internal import ConstantContactCore

extension PartnerAPI {
  /// The topics the service tells about. They are about billing only: there is no webhook for contacts or campaigns.
  public func webhooks() async throws -> [WebhookSubscription] {
    try await send(.json(.partnerWebhooks))
  }

  /// A topic the service tells about.
  public func webhook(_ topic: WebhookTopicID) async throws -> WebhookSubscription {
    try await send(.json(.partnerWebhook, path: [topic.rawValue]))
  }

  /// Has the service tell about a topic.
  ///
  /// - Parameters:
  ///   - topic: The topic.
  ///   - callback: Where it tells: an HTTPS address. When that does not answer with success the service tries again each minute, for up
  ///     to an hour.
  @discardableResult
  public func setWebhook(_ topic: WebhookTopicID, callback: String) async throws -> WebhookSubscription {
    try InputCheck(OperationDescriptor.partnerSetWebhook.name).require(
      callback.lowercased().hasPrefix("https://"), "hook_uri has to be an HTTPS address")
    return try await send(
      .json(.partnerSetWebhook, path: [topic.rawValue], body: JSONCoding.body(["hook_uri": callback])))
  }

  /// Has the service tell about a topic no more. One it does not tell about is no error.
  public func deleteWebhook(_ topic: WebhookTopicID) async throws {
    try await ignoringNotFound { try await send(.empty(.partnerDeleteWebhook, path: [topic.rawValue])) }
  }

  /// Has the service send a made-up notification.
  @discardableResult
  public func testWebhook(_ topic: WebhookTopicID) async throws -> WebhookSubscription {
    try await send(.json(.partnerTestWebhook, path: [topic.rawValue]))
  }
}
