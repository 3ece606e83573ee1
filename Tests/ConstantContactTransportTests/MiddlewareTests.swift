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

  private struct Replacing: HTTPMiddleware {
    func intercept(_ request: TransportRequest, next: MiddlewareChain) async throws -> TransportResponse {
      TransportResponse(status: 418)
    }
  }

  @Test func firstMiddlewareIsOutermost() async throws {
    let log = Locked<[String]>([])
    let chain: [any HTTPMiddleware] = [Named(name: "one", log: log), Named(name: "two", log: log)]
    let response = try await chain.run(TransportRequest(method: .get, url: .example)) { request in
      log.withLock { $0.append("sent via \(request.headers["Via"] ?? "none")") }
      return TransportResponse(status: 200)
    }
    #expect(response.status == 200)
    #expect(
      log.withLock { $0 } == [
        "one sees the request", "two sees the request", "sent via one, two", "two sees the response",
        "one sees the response",
      ]
    )
  }

  @Test func middlewareCanReplaceTheCall() async throws {
    let log = Locked<[String]>([])
    let chain: [any HTTPMiddleware] = [Replacing(), Named(name: "inner", log: log)]
    let response = try await chain.run(TransportRequest(method: .get, url: .example)) { _ in
      TransportResponse(status: 200)
    }
    #expect(response.status == 418)
    #expect(log.withLock { $0 }.isEmpty)
  }

  @Test func emptyChainCallsTheEnd() async throws {
    let chain: [any HTTPMiddleware] = []
    let response = try await chain.run(TransportRequest(method: .get, url: .example)) { _ in
      TransportResponse(status: 204)
    }
    #expect(response.status == 204)
  }

  /// What a middleware sees of a failure: the error of the call, which it can replace by a response.
  private struct Recovering: HTTPMiddleware {
    func intercept(_ request: TransportRequest, next: MiddlewareChain) async throws -> TransportResponse {
      do { return try await next(request) } catch let error as TransportError {
        return TransportResponse(status: 503, headers: ["X-Code": error.code.rawValue])
      }
    }
  }

  @Test func middlewareSeesErrors() async throws {
    let chain: [any HTTPMiddleware] = [Recovering()]
    let response = try await chain.run(TransportRequest(method: .get, url: .example)) { _ in
      throw TransportError.timedOut(.uncertain)
    }
    #expect(response.headers["X-Code"] == "timedOut")
  }
}
