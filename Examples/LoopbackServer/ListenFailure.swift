internal import Foundation

/// The reason why a server cannot listen on a port.
public struct ListenFailure: Error, Hashable, CustomStringConvertible {
  /// The requested port.
  public let port: UInt16
  /// The requested address.
  public let address: LoopbackServer.Address
  /// The system's error number, such as `EADDRINUSE`.
  public let code: Int32
  /// The system's description of the error.
  let reason: String

  /// What failed, why, and what to do.
  public var description: String {
    let host = address == .ip6 ? "[::1]" : address.rawValue
    let advice =
      switch code {
      case EADDRINUSE: "the port is in use. Stop the program that uses it, or choose another port."
      case EACCES: "the system reserves the port. Choose a port above 1023."
      default: reason
      }
    return "Cannot listen on \(host):\(port): \(advice)"
  }
}
