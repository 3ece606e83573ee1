public import ConstantContactCore

extension PartnerAPI {
  /// Lists the webhook subscriptions. All topics concern billing: there are no webhooks for contacts or campaigns.
  ///
  /// See [Partner webhooks](https://developer.constantcontact.com/api_guide/webhooks_overview.html).
  ///
  /// - Parameter limit: The maximum number of subscriptions to deliver; all by default.
  public func webhooks(limit: Int? = nil) -> PagedSequence<WebhookSubscription> {
    pipeline.pages(.partnerWebhooks, .array, limit: limit)
  }

  /// Returns the subscription of a topic.
  ///
  /// See [Partner webhooks](https://developer.constantcontact.com/api_guide/webhooks_overview.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when the subscription does not exist.
  public func webhook(_ topic: WebhookTopicID) async throws -> WebhookSubscription {
    try await pipeline.send(.json(.partnerWebhook, path: [topic.rawValue]))
  }

  /// Subscribes to a topic, or replaces its subscription.
  ///
  /// See [Partner webhooks](https://developer.constantcontact.com/api_guide/webhooks_overview.html).
  ///
  /// - Parameters:
  ///   - topic: The topic.
  ///   - callback: The HTTPS URL to notify. When it does not respond with success, the notification is retried each minute,
  ///     for up to an hour.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when the URL is not HTTPS.
  @discardableResult
  public func setWebhook(_ topic: WebhookTopicID, callback: String) async throws -> WebhookSubscription {
    try InputCheck(OperationDescriptor.partnerSetWebhook.name).require(
      callback.lowercased().hasPrefix("https://"), "hook_uri", "is not an HTTPS URL")
    return try await pipeline.send(
      .json(.partnerSetWebhook, path: [topic.rawValue], body: JSONCoding.body(["hook_uri": callback])))
  }

  /// Deletes the subscription of a topic. A missing subscription is not an error.
  ///
  /// See [Partner webhooks](https://developer.constantcontact.com/api_guide/webhooks_overview.html).
  public func deleteWebhook(_ topic: WebhookTopicID) async throws {
    try await pipeline.delete(.partnerDeleteWebhook, path: [topic.rawValue])
  }

  /// Requests a test notification of a topic.
  ///
  /// See [Partner webhooks](https://developer.constantcontact.com/api_guide/webhooks_overview.html).
  @discardableResult
  public func testWebhook(_ topic: WebhookTopicID) async throws -> WebhookSubscription {
    try await pipeline.send(.json(.partnerTestWebhook, path: [topic.rawValue]))
  }
}
