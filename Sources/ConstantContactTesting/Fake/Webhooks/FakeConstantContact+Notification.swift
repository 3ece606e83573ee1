extension FakeConstantContact {
  /// A webhook notification. See ``FakeConstantContact/notifications``.
  public struct Notification: Sendable, Hashable {
    /// The topic, from 1 to 4.
    public let topic: Int
    /// The type of event, such as `tier.increase`.
    public let event: String
    /// The ID of the account.
    public let account: String
    /// The callback URI.
    public let hook: String
    /// The number of attempts to deliver it.
    public internal(set) var attempts = 0
    /// Whether the receiver responded with a 2xx status.
    public internal(set) var isDelivered = false
  }
}
