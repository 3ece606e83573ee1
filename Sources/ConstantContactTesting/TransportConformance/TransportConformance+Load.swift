internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  static let loadCases: [Case] = [
    Case("50 requests at a time", "Each receives its own response.") { transport, server in
      let base = try await server.start { .response("200 OK", body: Data($0.target.utf8)) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for index in 0..<50 {
          group.addTask {
            let response = try await response(get(try url(base, "/\(index)")), transport)
            try expectEqual(response.body, Data("/\(index)".utf8), "body of request \(index)")
          }
        }
        try await group.waitForAll()
      }
      try expectEqual(await server.received().count, 50, "requests received")
    },
    Case("200 racing cancellations", "Calls that are cancelled while their responses arrive all end.") {
      transport, server in
      let base = try await server.start { _ in .response("200 OK", body: Data("abc".utf8)) }
      try await raceCancellations(of: get(base), count: 200, transport, server)
      let response = try await response(get(base), transport)
      try expectEqual(response.body, Data("abc".utf8), "body of a request after them")
    },
  ]

  /// Cancels calls at every stage: each one after one more yield than the one before.
  static func raceCancellations(
    of request: TransportRequest,
    count: Int,
    _ transport: any HTTPTransport,
    _ server: any Server
  ) async throws {
    for index in 0..<count {
      try await promptly("call \(index)") {
        let earlier = await server.received().count
        let call = Task { try await transport.send(request) }
        if index % 4 == 3 { try await server.waitUntilReceived(earlier + 1) }
        for _ in 0..<index { await Task.yield() }
        call.cancel()
        do {
          _ = try await call.value
        } catch let error where !(error is CancellationError) {
          throw Unexpected(message: "expected a response or CancellationError, saw \(type(of: error)) \(error)")
        } catch {}
      }
    }
  }
}
