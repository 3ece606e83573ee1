internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TokenSource {
  /// How long before a refresh token lapses it is said so, and how often.
  private static let lapseWarning: Duration = .seconds(30 * 86_400)
  private static let day: Duration = .seconds(86_400)

  /// What happens to the tokens from now on, for whoever wants to know before a connection breaks.
  ///
  /// Any number may listen. Each gets all events; who does not keep up gets the newest 100. The stream ends when the
  /// source is gone, and a listener that goes away takes nothing with it.
  ///
  /// As long as somebody listens, the source also watches for a refresh token that nobody has used for 150 days.
  public func events() -> AsyncStream<TokenEvent> {
    let stream = listeners.add { [weak self] id in
      Task { await self?.removeListener(id) }
    }
    watchForLapse()
    return stream
  }

  private func removeListener(_ id: Int) {
    listeners.remove(id)
    if listeners.isEmpty { lapseWatch?.cancel() }
  }

  func announce(_ kind: TokenEvent.Kind, _ credentials: OAuthCredentials) {
    listeners.send(TokenEvent(kind, date: time.now, credentials: credentials))
    if kind != .aboutToLapse { watchForLapse() }
  }

  /// Announces why a flight came to nothing.
  func announce(_ error: OAuthError) {
    let kind: TokenEvent.Kind =
      if error.needsReconnection {
        .reconnectRequired
      } else {
        unsaved != nil && error.code == .storage ? .savingFailed : .refreshFailed
      }
    listeners.send(TokenEvent(kind, date: time.now, credentials: unsaved?.credentials ?? held, error: error))
  }

  private func watchForLapse() {
    lapseWatch?.cancel()
    guard !listeners.isEmpty else { return }
    // It must not keep the source alive.
    lapseWatch = Task { [weak self, time] in
      while let pause = await self?.lookForLapse() {
        do { try await time.sleep(for: pause) } catch { return }
      }
    }
  }

  /// Warns if it is time to, and says when to look again; never, when there is nothing to wait for. The next refresh
  /// begins a new watch.
  private func lookForLapse() async -> Duration? {
    let stored = try? await load()
    guard !Task.isCancelled, let newest = [held, stored].compactMap(\.self).max(by: { $0.generation < $1.generation }),
      let lapsesAt = newest.lapsesAt
    else { return nil }
    let left: Duration = .seconds(lapsesAt.timeIntervalSince(time.now))
    guard left > .zero else { return nil }
    if left > Self.lapseWarning { return left - Self.lapseWarning }
    announce(.aboutToLapse, newest)
    return Self.day
  }
}
