import ConstantContactKit

/// Delays each request and each response by a random part of the jitter, as a network would.
struct JitteryTransport: HTTPTransport {
  let base: any HTTPTransport
  let jitter: Duration
  let returnJitter: Duration

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    try await ContinuousClock().sleep(for: jitter * Double.random(in: 0...1))
    let response = try await base.send(request)
    try await ContinuousClock().sleep(for: returnJitter * Double.random(in: 0...1))
    return response
  }
}
