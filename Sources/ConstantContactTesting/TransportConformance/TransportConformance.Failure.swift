extension TransportConformance {
  /// What a transport did wrong.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// The name of the case.
    public let caseName: String
    /// What was expected, and what was seen.
    public let message: String

    /// Name and message.
    public var description: String { "\(caseName): \(message)" }
  }
}
