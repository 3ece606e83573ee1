extension TransportConformance {
  /// An error thrown when a transport does not meet a requirement.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// The name of the case.
    public let caseName: String
    /// The expected and the actual behavior.
    public let message: String

    /// The name and the message.
    public var description: String { "\(caseName): \(message)" }
  }
}
