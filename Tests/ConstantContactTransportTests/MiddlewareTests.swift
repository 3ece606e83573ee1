import ConstantContactTransport
import Testing

@Suite struct MiddlewareTests {
  private struct Named: HTTPMiddleware {
    let name: String
    let log: Locked<[String]>

    func intercept(_ request: TransportRequest, next: MiddlewareChain) async throws -> TransportResponse {
      log.withLock { $0.append("\(name) sees the request") }
      var request = request
      request.headers.append("Via", name)
      let response = try await next(request)
      log.withLock { $0.append("\(name) sees the response") }
      return response
    }
  }

  private struct Answering: HTTPMiddleware {
    func intercept(_ request: TransportRequest, next: MiddlewareChain) async throws -> TransportResponse {
      TransportResponse(status: 418)
    }
  }

  @Test func theFirstIsTheOutermost() async throws {
    let log = Locked<[String]>([])
    let chain: [any HTTPMiddleware] = [Named(name: "one", log: log), Named(name: "two", log: log)]
    let response = try await chain.run(TransportRequest(method: .get, url: .example)) { request in
      log.withLock { $0.append("sent by way of \(request.headers["Via"] ?? "nobody")") }
      return TransportResponse(status: 200)
    }
    #expect(response.status == 200)
    #expect(
      log.withLock { $0 } == [
        "one sees the request", "two sees the request", "sent by way of one, two", "two sees the response",
        "one sees the response",
      ]
    )
  }

  @Test func oneMayAnswerInPlaceOfTheRest() async throws {
    let log = Locked<[String]>([])
    let chain: [any HTTPMiddleware] = [Answering(), Named(name: "inner", log: log)]
    let response = try await chain.run(TransportRequest(method: .get, url: .example)) { _ in
      TransportResponse(status: 200)
    }
    #expect(response.status == 418)
    #expect(log.withLock { $0 }.isEmpty)
  }

  @Test func noneAtAll() async throws {
    let chain: [any HTTPMiddleware] = []
    let response = try await chain.run(TransportRequest(method: .get, url: .example)) { _ in
      TransportResponse(status: 204)
    }
    #expect(response.status == 204)
  }
}
