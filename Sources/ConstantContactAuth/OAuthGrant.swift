public import ConstantContactTransport

/// What a flow ended with: credentials, and what is to be known about them.
///
/// Save the credentials with ``TokenStore/replace(with:)`` before anything else.
public struct OAuthGrant: Sendable, Hashable {
  /// Something that is not as it was asked for. The credentials are good all the same.
  public enum Warning: Sendable, Hashable {
    /// There is no refresh token: the connection ends when the access token does, after 24 hours. The scope `offline_access` was
    /// not asked for, or the app may not have it.
    case noRefreshToken
    /// These scopes were asked for and are not among those granted. Calls that need them would fail.
    case scopesNotGranted(Set<OAuthScope>)
  }

  /// What was granted.
  public let credentials: OAuthCredentials
  /// What is not as it was asked for; empty when all is well.
  public let warnings: [Warning]

  init(_ credentials: OAuthCredentials, asked: Set<OAuthScope>) {
    self.credentials = credentials
    var warnings: [Warning] = []
    if credentials.refreshToken == nil { warnings.append(.noRefreshToken) }
    if let granted = credentials.scopes {
      // Whether offline access was granted shows in the refresh token, whatever the list of scopes says.
      let missing = asked.subtracting(granted).subtracting([.offlineAccess])
      if !missing.isEmpty { warnings.append(.scopesNotGranted(missing)) }
    }
    self.warnings = warnings
  }
}

extension OAuthGrant.Warning: CustomStringConvertible {
  /// One sentence for people, with what to do about it.
  public var description: String {
    switch self {
    case .noRefreshToken:
      "there is no refresh token: the connection ends with the access token; ask for the scope offline_access"
    case .scopesNotGranted(let scopes):
      "not granted: \(scopes.sortedText); calls that need it will fail"
    }
  }
}

extension OAuthGrant: Redacting {
  /// The credentials without their tokens, and the warnings.
  public var description: String { "Grant(\(credentials), warnings: \(warnings))" }
}
