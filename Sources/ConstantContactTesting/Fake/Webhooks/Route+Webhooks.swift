extension Route {
  private static let topic = "/partner/webhooks/subscriptions/{topic_id}"

  static let webhooks: [Route] = [
    .partner("GET", "/partner/webhooks/subscriptions") { fake, call, _ in try fake.listWebhooks(call) },
    .partner("GET", topic) { fake, call, ids in try fake.getWebhook(call, topic: ids[0]) },
    .partner("PUT", topic) { fake, call, ids in try fake.setWebhook(call, topic: ids[0]) },
    .partner("DELETE", topic) { fake, call, ids in try fake.deleteWebhook(call, topic: ids[0]) },
    .partner("POST", topic + "/tests") { fake, call, ids in try fake.testWebhook(call, topic: ids[0]) },
  ]
}
