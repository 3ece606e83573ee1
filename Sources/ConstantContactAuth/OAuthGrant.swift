public import ConstantContactTransport

/// The result of a flow: credentials, and warnings about differences from the request.
///
/// Save the credentials with ``TokenStore/replace(with:)`` before anything else.
public struct OAuthGrant: Sendable, Hashable {
  /// A difference between the request and the grant. The credentials are valid nevertheless.
  public enum Warning: Sendable, Hashable {
    /// There is no refresh token, so that the connection ends with the access token, after 24 hours.
    ///
    /// The scope `offline_access` was not requested, or is not allowed for the app.
    case noRefreshToken
    /// These scopes were requested and not granted. Calls that need them fail.
    case scopesNotGranted(Set<OAuthScope>)
  }

  /// The granted credentials.
  public let credentials: OAuthCredentials
  /// The differences from the request; empty if there are none.
  public let warnings: [Warning]

  init(_ credentials: OAuthCredentials, requested: Set<OAuthScope>) {
    self.credentials = credentials
    var warnings: [Warning] = []
    if credentials.refreshToken == nil { warnings.append(.noRefreshToken) }
    if let granted = credentials.scopes {
      // The refresh token shows whether offline access was granted, whatever the list of scopes contains.
      let missing = requested.subtracting(granted).subtracting([.offlineAccess])
      if !missing.isEmpty { warnings.append(.scopesNotGranted(missing)) }
    }
    self.warnings = warnings
  }
}

extension OAuthGrant.Warning: CustomStringConvertible {
  /// What is missing, and what to do, in one or more sentences.
  public var description: String {
    switch self {
    case .noRefreshToken:
      "There is no refresh token: the connection ends with the access token. Request the scope offline_access."
    case .scopesNotGranted(let scopes):
      "Not granted: \(scopes.sortedText). Calls that need it fail."
    }
  }
}

extension OAuthGrant: Redacting {
  /// The credentials without their tokens, and the warnings.
  public var description: String { "OAuthGrant(\(credentials), warnings: \(warnings))" }
}
