import ConstantContactTransport

/// A transport that returns the same response to a few requests and then fails.
struct FixedTransport: HTTPTransport {
  private let response: TransportResponse
  private let remaining: Locked<Int>

  init(_ response: TransportResponse, limit: Int = 8) {
    self.response = response
    remaining = Locked(limit)
  }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    try request.validate()
    let isOver = remaining.withLock { remaining in
      remaining -= 1
      return remaining < 0
    }
    if isOver {
      throw TransportError(.cannotConnect, delivery: .notSent, message: "the fuzz run has no more responses")
    }
    return response
  }
}
