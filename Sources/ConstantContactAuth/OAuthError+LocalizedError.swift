public import Foundation

// `CustomNSError` is not part of FoundationEssentials.
extension OAuthError: LocalizedError, CustomNSError {
  /// The message, which is also the `localizedDescription`.
  public var errorDescription: String? {
    guard let first = message.first else { return "No access token is available." }
    return first.uppercased() + message.dropFirst() + (".!?".contains(message.last ?? " ") ? "" : ".")
  }

  /// What the user of an app can do, for failures where that is known.
  public var recoverySuggestion: String? {
    switch code {
    case .reconnectRequired, .responseLost: "Connect the account again."
    case .temporarilyUnavailable: "Check the network connection, then retry."
    case .accessDenied, .stateMismatch, .invalidCallback, .expired: "Start connecting the account again."
    default: nil
    }
  }

  /// `ConstantContactKit.OAuthError`.
  public static var errorDomain: String { "ConstantContactKit.OAuthError" }

  /// A number for each code, stable across versions; 0 for codes that the library does not define.
  public var errorCode: Int {
    switch code {
    case .reconnectRequired: 1
    case .responseLost: 2
    case .invalidClient: 3
    case .invalidGrant: 4
    case .invalidScope: 5
    case .accessDenied: 6
    case .stateMismatch: 7
    case .invalidCallback: 8
    case .expired: 9
    case .refused: 10
    case .temporarilyUnavailable: 11
    case .storage: 12
    case .invalidResponse: 13
    case .invalidConfiguration: 14
    default: 0
    }
  }

  /// The localized description and the recovery suggestion. The cause is left out: it may contain secrets.
  public var errorUserInfo: [String: Any] {
    var info: [String: Any] = [NSLocalizedDescriptionKey: errorDescription ?? ""]
    info[NSLocalizedRecoverySuggestionErrorKey] = recoverySuggestion
    return info
  }
}
