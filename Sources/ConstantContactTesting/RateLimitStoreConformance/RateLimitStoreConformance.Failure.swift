extension RateLimitStoreConformance {
  /// A difference between the expected and the observed behavior of a store.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// The name of the case.
    public let caseName: String
    /// The expected and the observed behavior.
    public let message: String

    /// The name and the message.
    public var description: String { "\(caseName): \(message)" }
  }
}
