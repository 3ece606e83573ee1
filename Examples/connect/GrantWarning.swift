import ConstantContactKit

extension OAuthGrant.Warning {
  /// The warning as a message.
  var text: String {
    switch self {
    case .noRefreshToken:
      "the grant has no refresh token; reconnect when the access token has expired"
    case .scopesNotGranted(let scopes):
      "these scopes were not granted: " + scopes.map(\.rawValue).sorted().joined(separator: " ")
    }
  }
}
