public import ConstantContactKit
public import Foundation

/// Takes what browsers bring back from a consent, until one of them brings tokens or the consent has come to nothing.
public actor Consent {
  /// What became of a callback.
  public enum Reply: Sendable {
    /// The account is connected, and its tokens are stored.
    case connected
    /// It was no answer to this request, which still waits for one.
    case notTheAnswer(OAuthError)
    /// There will be no tokens.
    case failed(any Error)
  }

  /// What is asked of the account's owner.
  public nonisolated let request: AuthorizationRequest
  private let flow: AuthorizationFlow
  private let store: any TokenStore
  private let outcomes: AsyncThrowingStream<OAuthGrant, any Error>
  private let outcome: AsyncThrowingStream<OAuthGrant, any Error>.Continuation
  private var isOver = false
  private var underWay: [Task<OAuthGrant, any Error>] = []

  /// Begins to ask.
  ///
  /// - Throws: ``OAuthError`` when the client is set up so that nothing can be asked.
  public init(_ flow: AuthorizationFlow, scopes: Set<OAuthScope>, store: any TokenStore) async throws {
    self.flow = flow
    self.store = store
    request = try await flow.begin(scopes: scopes)
    (outcomes, outcome) = AsyncThrowingStream.makeStream()
  }

  /// Takes a callback: exchanges its code, and stores the tokens. What has begun is finished even when the caller is
  /// cancelled: the code is spent by then, and the tokens would be lost.
  public func take(_ callback: URL) async -> Reply {
    let exchange = Task { [flow, store, request] in
      let grant = try await flow.finish(callback, for: request)
      try await store.replace(with: grant.credentials)
      return grant
    }
    underWay.append(exchange)
    do {
      outcome.yield(try await exchange.value)
      isOver = true
      outcome.finish()
      return .connected
    } catch {
      // A callback of another request, or a page that was reloaded, also while the exchange is under way.
      if let error = error as? OAuthError, isOver || [.invalidCallback, .stateMismatch].contains(error.code) {
        return .notTheAnswer(error)
      }
      isOver = true
      outcome.finish(throwing: error)
      return .failed(error)
    }
  }

  /// What was granted, once it is stored.
  ///
  /// - Throws: Why there will be no tokens; `CancellationError` when the caller is cancelled.
  public func grant() async throws -> OAuthGrant {
    for try await grant in outcomes { return grant }
    throw CancellationError()
  }

  /// Returns when no exchange is under way.
  ///
  /// - Returns: What was granted meanwhile, if anything was.
  @discardableResult
  public func settle() async -> OAuthGrant? {
    var granted: OAuthGrant?
    while !underWay.isEmpty { granted = (try? await underWay.removeFirst().value) ?? granted }
    return granted
  }
}
