public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Serves a partner's access token: asked for by id and secret alone, good for an hour, and asked for anew ahead of time.
///
/// However many callers wait, one request is under way at most. From the vendor's page "Partner authorization".
public struct PartnerTokenProvider: AccessTokenProvider {
  /// Where the vendor issues partner tokens, since September 2025.
  public static let defaultTokenURL: URL = {
    // Safe to unwrap: the literal is a valid URL.
    URL(string: "https://authz.constantcontact.com/partners/oauth2/default/v1/token")!
  }()

  private let source: TokenSource

  /// Makes a provider. Nothing is sent before the first call.
  ///
  /// - Parameters:
  ///   - clientID: The partner's client id.
  ///   - clientSecret: Its secret.
  ///   - transport: What carries the requests.
  ///   - tokenURL: Where tokens come from.
  ///   - time: What is waited on, and what the date is.
  public init(
    clientID: String,
    clientSecret: String,
    transport: any HTTPTransport,
    tokenURL: URL = defaultTokenURL,
    time: TimeSource = .system
  ) {
    var client = OAuthClient(clientID: clientID, clientSecret: clientSecret)
    client.tokenURL = tokenURL
    client.usesClientCredentials = true
    // There is no pair to keep: what is in this store makes the source ask at once, and again when a token ends.
    let nothingYet = OAuthCredentials(
      accessToken: "none yet", refreshToken: "none needed", expiresAt: Date(timeIntervalSince1970: 0))
    source = TokenSource(
      client: client, transport: transport, store: MemoryTokenStore(nothingYet), time: time)
  }

  /// The token to use now.
  ///
  /// - Throws: ``OAuthError``, with code `invalidClient` when id or secret is wrong; or `CancellationError`.
  public func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    do {
      return try await source.accessToken(replacing: rejected)
    } catch let error as OAuthError where error.code == .reconnectRequired {
      // `invalid_grant`: nobody granted anything here that could be granted again.
      throw OAuthError(
        .invalidClient,
        message: "the token endpoint does not accept the partner's client: check client id and secret",
        oauthError: error.oauthError, status: error.status, cause: error.cause)
    }
  }
}

extension PartnerTokenProvider: Redacting {
  /// Nothing of id and secret.
  public var description: String { "PartnerTokenProvider" }
}
