internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TokenSource {
  /// How long before its expiry a refresh token is announced as expiring.
  private static let expiryWarning: Duration = .seconds(30 * 86_400)
  private static let day: Duration = .seconds(86_400)

  /// Returns a stream of changes of the tokens, such as refreshes and lost connections.
  ///
  /// Any number of subscribers get all events. Slow subscribers lose the oldest events beyond 100. The stream ends when
  /// the source is deallocated.
  ///
  /// While there are subscribers, the source also reports refresh tokens that were not used for 150 days.
  public func events() -> AsyncStream<TokenEvent> {
    let stream = listeners.add { [weak self] id in
      Task { await self?.removeListener(id) }
    }
    watchExpiry()
    return stream
  }

  private func removeListener(_ id: Int) {
    listeners.remove(id)
    if listeners.isEmpty { expiryWatch?.cancel() }
  }

  func announce(_ kind: TokenEvent.Kind, _ credentials: OAuthCredentials) {
    listeners.send(TokenEvent(kind, date: time.now, credentials: credentials))
    if kind != .refreshTokenExpiring { watchExpiry() }
  }

  /// Announces the error of a refresh.
  func announce(_ error: OAuthError) {
    let kind: TokenEvent.Kind =
      if error.needsReconnection {
        .reconnectRequired
      } else {
        state.unsaved != nil && error.code == .storage ? .savingFailed : .refreshFailed
      }
    listeners.send(TokenEvent(kind, date: time.now, credentials: state.unsaved ?? state.current, error: error))
  }

  private func watchExpiry() {
    expiryWatch?.cancel()
    guard !listeners.isEmpty else { return }
    // It must not retain the source.
    expiryWatch = Task { [weak self, time] in
      while let pause = await self?.checkExpiry() {
        do { try await time.sleep(for: pause) } catch { return }
      }
    }
  }

  /// Announces an expiring refresh token, and returns the time to the next check.
  ///
  /// It returns `nil` when there is nothing to check. The next refresh starts a new watch.
  private func checkExpiry() async -> Duration? {
    let stored = try? await store.load()
    guard !Task.isCancelled,
      let newest = [state.current, stored].compactMap(\.self).max(by: { $0.generation < $1.generation }),
      let expiresAt = newest.refreshTokenExpiresAt
    else { return nil }
    let rest = Duration(limitedSeconds: expiresAt.timeIntervalSince(time.now))
    guard rest > .zero else { return nil }
    // More than the idle lifetime means that a clock is wrong.
    if rest > Self.expiryWarning { return min(rest - Self.expiryWarning, OAuthCredentials.idleLifetime) }
    announce(.refreshTokenExpiring, newest)
    return Self.day
  }
}
