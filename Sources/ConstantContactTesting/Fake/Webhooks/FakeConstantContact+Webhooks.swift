#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Webhook subscriptions of a partner.
///
/// | behavior | source |
/// |---|---|
/// | four topics, all of partner billing | documented |
/// | an unknown topic, or one without a subscription: 404 | assumed |
/// | the callback is an HTTPS URL, or an HTTP one on this machine, else 400 | documented; assumed |
/// | a notification is a signed POST, version 3 of the signature, repeated each minute for up to an hour | documented |
/// | the key is an RSA key of 2,048 bits in the source; the JWKS has no `kid` | users |
/// | changing to a higher or lower plan, and cancelling, notify; a test names an example account | assumed |
extension FakeConstantContact {
  func listWebhooks(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    return Reply(200, .array(WebhookStore.topics.compactMap { webhooks.json(of: $0) }))
  }

  func getWebhook(_ call: Call, topic: String) throws -> Reply {
    try call.requireNoParameters()
    return Reply(200, try subscription(topic).json)
  }

  func setWebhook(_ call: Call, topic: String) throws -> Reply {
    try call.requireNoParameters()
    let hook = try call.json(.webhook)["hook_uri"]?.string ?? ""
    let topic = try knownTopic(topic)
    let url = URL(string: hook)
    let isLocal = url?.scheme == "http" && ["localhost", "127.0.0.1"].contains(url?.host() ?? "")
    guard let host = url?.host(), !host.isEmpty, url?.scheme == "https" || isLocal else {
      throw Reply.invalid(["hook_uri does not have a valid value"])
    }
    let before = webhooks.json(of: topic)
    webhooks.hooks[topic.id] = hook
    note(
      before == nil ? .created : .updated, .webhook, String(topic.id), before: before.map { .json($0) },
      after: webhooks.json(of: topic).map { .json($0) })
    return Reply(200, ["topic_id": .integer(topic.id), "hook_uri": .string(hook)])
  }

  func deleteWebhook(_ call: Call, topic: String) throws -> Reply {
    try call.requireNoParameters()
    let (topic, json) = try subscription(topic)
    webhooks.hooks[topic.id] = nil
    note(.deleted, .webhook, String(topic.id), before: .json(json), after: nil)
    return Reply(204)
  }

  func testWebhook(_ call: Call, topic: String) throws -> Reply {
    try call.requireNoParameters()
    let (topic, json) = try subscription(topic)
    notify(topic: topic.id, account: "a07e1my9tbw0")
    return Reply(201, json)
  }

  private func knownTopic(_ text: String) throws -> WebhookStore.Topic {
    guard let topic = WebhookStore.topics.first(where: { String($0.id) == text }) else { throw Reply.notFound() }
    return topic
  }

  private func subscription(_ text: String) throws -> (topic: WebhookStore.Topic, json: JSON) {
    let topic = try knownTopic(text)
    guard let json = webhooks.json(of: topic) else { throw Reply.notFound() }
    return (topic, json)
  }
}
