#if os(Linux)
internal import CConstantContactCurl
internal import ConstantContactTransport

/// The thread on which libcurl runs. All transports of the process share it, and it never ends.
final class CurlLoop: Sendable {
  /// The loop, or `nil` when libcurl is unavailable.
  static let shared = CurlLoop()

  /// Exchanges that are new or have been cancelled, in order.
  private let queue = Locked<[CurlExchange]>([])
  private let event: CInt

  private init?() {
    guard cccurl_load() else { return nil }
    event = cccurl_event_new()
    guard event >= 0 else { return nil }
    // The thread never ends, so it keeps the loop.
    let this = Unmanaged.passRetained(self)
    guard cccurl_thread_start({ Unmanaged<CurlLoop>.fromOpaque($0).takeUnretainedValue().run() }, this.toOpaque())
    else {
      this.release()
      return nil
    }
  }

  /// Hands over an exchange that is new or has been cancelled.
  func enqueue(_ exchange: CurlExchange) {
    let wasEmpty = queue.withLock { queue in
      defer { queue.append(exchange) }
      return queue.isEmpty
    }
    if wasEmpty { cccurl_event_signal(event) }
  }

  private func run() {
    let transfers = CurlTransfers()
    while true {
      for exchange in takeQueue() { transfers.update(exchange) }
      transfers.perform()
      // What was enqueued meanwhile does not wait: libcurl may have consumed the wake-up.
      if queue.withLock(\.isEmpty) { transfers.wait(for: event) }
    }
  }

  private func takeQueue() -> [CurlExchange] {
    queue.withLock { queue in
      defer { queue.removeAll(keepingCapacity: true) }
      return queue
    }
  }
}
#endif
