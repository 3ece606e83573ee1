import ConstantContactKit
import ConstantContactTesting
import Foundation

/// A client of a fake whose transport is replaced.
func client(
  of service: FakeConstantContact,
  through transport: some HTTPTransport
) async throws -> ConstantContact {
  let client = try await service.client()
  return ConstantContact(tokens: client.pipeline.tokens, transport: transport, configuration: client.configuration)
}

/// A search index that lags behind: the first lookups of contacts find nothing.
struct LaggingSearch: HTTPTransport {
  let base: FakeConstantContact
  let lookups: Int
  private let count = Counter()

  init(_ base: FakeConstantContact, lookups: Int) {
    self.base = base
    self.lookups = lookups
  }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    if request.operation == "contacts.list" {
      count.increment()
      if count.value <= lookups { return TransportResponse(status: 200, body: .init(#"{"contacts":[]}"#.utf8)) }
    }
    return try await base.send(request)
  }
}

/// Delays creations of contacts before they reach the fake.
struct SlowCreation: HTTPTransport {
  let base: FakeConstantContact
  let delay: Duration

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    if request.operation == "contacts.create" { try await base.configuration.time.sleepDuringWork(for: delay) }
    return try await base.send(request)
  }
}

extension ContactPusher {
  /// Pushes leads and returns the reports in the order of the leads.
  func reports(_ leads: [Lead]) async throws -> [DeliveryReport] {
    var reports: [DeliveryReport] = []
    for try await report in push(leads) { reports.append(report) }
    return reports.sorted { $0.position < $1.position }
  }
}

extension ConstantContact {
  func pusher(_ configure: (inout ContactPusher.Options) -> Void = { _ in }) -> ContactPusher {
    var options = ContactPusher.Options()
    configure(&options)
    return ContactPusher(self, options: options)
  }
}
