public import ConstantContactKit
public import Foundation

/// One request for consent, with the callbacks that browsers bring.
public actor Consent {
  /// The result of a callback.
  public enum Reply: Sendable {
    /// The account is connected, and its tokens are stored.
    case connected
    /// The callback does not belong to this request, which still waits for its own.
    case ignored(OAuthError)
    /// The request failed.
    case failed(any Error)
  }

  /// The request for consent.
  public nonisolated let request: AuthorizationRequest
  private let flow: AuthorizationFlow
  private let store: any TokenStore
  private let grants: AsyncThrowingStream<OAuthGrant, any Error>
  private let continuation: AsyncThrowingStream<OAuthGrant, any Error>.Continuation
  private var exchanges: [URL: Task<OAuthGrant, any Error>] = [:]

  /// Starts a request.
  ///
  /// - Parameters:
  ///   - flow: The authorization flow, which is used for this request only.
  ///   - scopes: The scopes to request.
  ///   - store: The store for the tokens.
  /// - Throws: ``OAuthError`` when the app has no valid redirect URI.
  public init(_ flow: AuthorizationFlow, scopes: Set<OAuthScope>, store: any TokenStore) async throws {
    self.flow = flow
    self.store = store
    request = try await flow.begin(scopes: scopes)
    (grants, continuation) = AsyncThrowingStream.makeStream()
  }

  /// Handles a callback: exchanges its code, and stores the tokens.
  ///
  /// An exchange is completed even when the caller is cancelled, because its code works only once. A repeated callback,
  /// as from a page that is reloaded, has the same result. Any other callback meanwhile is ignored.
  public func take(_ callback: URL) async -> Reply {
    let exchange =
      exchanges[callback]
      ?? Task { [flow, store, request] in
        let grant = try await flow.finish(callback, for: request)
        try await store.replace(with: grant.credentials)
        return grant
      }
    exchanges[callback] = exchange
    do {
      continuation.yield(try await exchange.value)
      continuation.finish()
      return .connected
    } catch let error as OAuthError where Self.leavesRequestOpen.contains(error.code) {
      // Kept, such callbacks of other programs would accumulate.
      exchanges[callback] = nil
      return .ignored(error)
    } catch {
      continuation.finish(throwing: error)
      return .failed(error)
    }
  }

  /// Waits for the grant, which is stored by then.
  ///
  /// - Throws: The error that ended the request; `CancellationError` when the caller is cancelled.
  public func grant() async throws -> OAuthGrant {
    for try await grant in grants { return grant }
    throw CancellationError()
  }

  /// Waits until no exchange is in progress.
  ///
  /// - Returns: The grant, if the exchange succeeded.
  @discardableResult
  public func settle() async -> OAuthGrant? {
    for exchange in exchanges.values {
      if let grant = try? await exchange.value { return grant }
    }
    return nil
  }

  /// The errors of a callback that was checked and not used.
  private static let leavesRequestOpen: Set<OAuthError.Code> = [.invalidCallback, .stateMismatch]
}
