#if os(Linux)
internal import CConstantContactCurl
internal import ConstantContactTransport

/// The transfers under way, with their deadlines. Used on the loop's thread only.
final class CurlTransfers {
  /// As many as the other transports open. The API limits requests per second, not connections.
  private static let connectionsPerHost = 32
  /// A bound on every wait, in case a version of libcurl loses track of one of its sockets.
  private static let longestWait = (busy: Duration.seconds(1), idle: Duration.seconds(600))

  private var multi = cccurl_multi_new(connectionsPerHost)
  private var byExchange: [ObjectIdentifier: CurlTransfer] = [:]
  private var byHandle: [UnsafeMutableRawPointer: CurlTransfer] = [:]
  /// Not later than the first deadline.
  private var nextDeadline: ContinuousClock.Instant?

  /// Starts an exchange that is new, or ends the transfer of one that has been cancelled.
  func update(_ exchange: CurlExchange) {
    if let transfer = byExchange[ObjectIdentifier(exchange)] {
      if exchange.hasEnded { abandon(transfer) }
    } else if !exchange.hasEnded {
      start(exchange)
    }
  }

  /// Moves bytes, and ends the exchanges that are complete or late.
  func perform() {
    guard let multi else { return }
    _ = cccurl_multi_perform(multi)
    var code: CInt = 0
    while let handle = cccurl_multi_next_finished(multi, &code) {
      guard let transfer = byHandle[handle] else { continue }
      if transfer.isOnStaleConnection, !transfer.exchange.hasEnded, restart(transfer) { continue }
      transfer.finish(code)
      remove(transfer)
    }
    endLateExchanges()
  }

  /// Waits until a socket is ready, a deadline is near, or the event is signaled.
  func wait(for event: CInt) {
    guard let multi else { return }
    var time = byExchange.isEmpty ? Self.longestWait.idle : Self.longestWait.busy
    if let nextDeadline { time = min(time, max(.zero, ContinuousClock.now.duration(to: nextDeadline))) }
    let (seconds, attoseconds) = time.components
    // Rounded up: waking up early would spin.
    let milliseconds = seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    _ = cccurl_multi_poll(multi, event, CInt(clamping: milliseconds))
  }

  private func start(_ exchange: CurlExchange) {
    if multi == nil { multi = cccurl_multi_new(Self.connectionsPerHost) }
    // A handle is never used twice: 7.88 crashes when a response starts with a folded field, because it keeps a pointer to
    // the field before, which belonged to the former response.
    guard let multi, let easy = cccurl_easy_new() else {
      exchange.end(.failure(TransportError.curlRejected(27)))
      return
    }
    let transfer = CurlTransfer(exchange, easy: easy)
    do {
      try transfer.configure()
      let code = cccurl_multi_add(multi, easy)
      guard code == 0 else { throw TransportError.curlRejected(27) }
    } catch {
      cccurl_easy_free(easy)
      exchange.end(.failure(error))
      return
    }
    byExchange[ObjectIdentifier(exchange)] = transfer
    byHandle[easy] = transfer
    nextDeadline = nextDeadline.map { min($0, exchange.deadline) } ?? exchange.deadline
  }

  /// Returns `false` when libcurl does not take the transfer again.
  private func restart(_ transfer: CurlTransfer) -> Bool {
    guard let multi, cccurl_multi_remove(multi, transfer.easy) == 0 else { return false }
    transfer.leaveStaleConnection()
    return cccurl_multi_add(multi, transfer.easy) == 0
  }

  private func endLateExchanges() {
    let now = ContinuousClock.now
    guard let nextDeadline, nextDeadline <= now else { return }
    for transfer in byExchange.values where transfer.exchange.deadline <= now {
      transfer.timeOut()
      abandon(transfer)
    }
    self.nextDeadline = byExchange.values.lazy.map(\.exchange.deadline).filter { $0 > now }.min()
  }

  private func abandon(_ transfer: CurlTransfer) {
    if transfer.canBeRemoved() { remove(transfer) }
  }

  private func remove(_ transfer: CurlTransfer) {
    byExchange[ObjectIdentifier(transfer.exchange)] = nil
    byHandle[transfer.easy] = nil
    if let multi { _ = cccurl_multi_remove(multi, transfer.easy) }
    cccurl_easy_free(transfer.easy)
  }
}
#endif
