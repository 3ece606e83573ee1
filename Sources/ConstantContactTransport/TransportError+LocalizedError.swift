public import Foundation

// `CustomNSError` is not part of FoundationEssentials.
extension TransportError: LocalizedError, CustomNSError {
  /// The message as a sentence.
  public var errorDescription: String? {
    guard let first = message.first else { return "The request failed." }
    return first.uppercased() + message.dropFirst() + (".!?".contains(message.last ?? " ") ? "" : ".")
  }

  /// What the user of an app can do, for failures where that is known.
  public var recoverySuggestion: String? {
    switch code {
    case .timedOut, .cannotConnect, .connectionLost: "Check the network connection, then retry."
    case .tlsFailed: "Check the date of this device and the network it is connected to."
    default: nil
    }
  }

  /// `ConstantContactKit.TransportError`.
  public static var errorDomain: String { "ConstantContactKit.TransportError" }

  /// A number for each code, stable across versions; 0 for codes the library does not define.
  public var errorCode: Int {
    switch code {
    case .timedOut: 1
    case .cannotConnect: 2
    case .connectionLost: 3
    case .tlsFailed: 4
    case .badResponse: 5
    case .insecure: 6
    case .invalidRequest: 7
    case .fileSystem: 8
    case .other: 9
    case .responseTooLarge: 10
    default: 0
    }
  }

  /// The localized description and the recovery suggestion. The cause is left out: it may contain a URL.
  public var errorUserInfo: [String: Any] {
    var info: [String: Any] = [NSLocalizedDescriptionKey: errorDescription ?? ""]
    info[NSLocalizedRecoverySuggestionErrorKey] = recoverySuggestion
    return info
  }
}
