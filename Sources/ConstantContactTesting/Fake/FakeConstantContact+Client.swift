public import ConstantContactAuth
public import ConstantContactCore
public import ConstantContactKit

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension FakeConstantContact {
  /// Creates a client that is connected to this fake in process, with its own tokens and the fake's time.
  ///
  /// ```swift
  /// let clock = ManualClock(automatic: true)
  /// let fake = FakeConstantContact(.init(time: clock.timeSource))
  /// let client = try await fake.client()
  /// ```
  ///
  /// - Parameters:
  ///   - scopes: The scopes of the client's tokens.
  ///   - configure: Changes the client's configuration, whose rate limit is the fake's by default.
  public func client(
    scopes: Set<OAuthScope> = [.contactData, .offlineAccess],
    configure: (inout ConstantContactConfiguration) -> Void = { _ in }
  ) async throws -> ConstantContact {
    let tokens = issueTokens(scopes: Set<String>(scopes.map(\.rawValue)))
    let store = MemoryTokenStore()
    try await store.replace(
      with: OAuthCredentials(
        accessToken: tokens.accessToken,
        refreshToken: tokens.refreshToken,
        expiresAt: configuration.time.now.addingTimeInterval(configuration.accessTokenLifetime / .seconds(1)),
        scopes: scopes
      )
    )
    var settings = ConstantContactConfiguration(
      time: configuration.time,
      rateLimit: RateLimit(
        perSecond: configuration.requestsPerSecond,
        perDay: configuration.requestsPerDay,
        time: configuration.time
      )
    )
    configure(&settings)
    return ConstantContact(
      app: OAuthClient(clientID: configuration.clientID, clientSecret: configuration.clientSecret),
      store: store,
      transport: self,
      configuration: settings
    )
  }
}
