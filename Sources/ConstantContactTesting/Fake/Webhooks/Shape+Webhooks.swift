extension Shape {
  /// `WebhooksSubscriptionBody` of the contract.
  static let webhook = Shape.object(["hook_uri": .text(min: 1, max: 2_000)], required: ["hook_uri"])
}
