import ConstantContactKit

extension OAuthGrant.Warning {
  /// The warning in words.
  var text: String {
    switch self {
    case .noRefreshToken:
      "no refresh token was given: when the access token expires, the account has to be connected again"
    case .scopesNotGranted(let scopes):
      "not granted: " + scopes.map(\.rawValue).sorted().joined(separator: " ")
    }
  }
}
