import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct MiddlewareTests {
  private final class Log: Sendable {
    private let lines = Locked<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }

  private struct Watcher: HTTPMiddleware {
    let name: String
    let log: Log

    func intercept(
      _ request: TransportRequest,
      next: MiddlewareChain
    ) async throws -> TransportResponse {
      let authorization = request.headers["Authorization"] == nil ? "no token" : "token"
      log.add("\(name) \(request.operation) \(request.headers["X-Seen"] ?? "-") \(authorization)")
      var request = request
      request.headers.append("X-Seen", name)
      let response = try await next(request)
      log.add("\(name) \(response.status)")
      return response
    }
  }

  @Test func middlewareSeesARetriedCallOnce() async throws {
    let log = Log()
    let bench = Bench([.json(503, ""), .json(401, ""), .json(200, "{}")], tokens: TokenList("one", "two")) {
      $0.middlewares = [Watcher(name: "outer", log: log), Watcher(name: "inner", log: log)]
    }
    _ = try await bench.client.send(.text())
    #expect(
      log.all == ["outer things.call - no token", "inner things.call outer no token", "inner 200", "outer 200"])
    #expect(await bench.requests.map { $0.headers["X-Seen"] } == ["outer, inner", "outer, inner", "outer, inner"])
    #expect(
      await bench.requests.map { $0.headers["Authorization"] } == ["Bearer one", "Bearer one", "Bearer two"])
  }

  @Test func middlewareMayRespondItself() async throws {
    struct Cache: HTTPMiddleware {
      func intercept(
        _ request: TransportRequest,
        next: MiddlewareChain
      ) async throws -> TransportResponse { TransportResponse(status: 200, body: Data("kept".utf8)) }
    }
    let bench = Bench([]) { $0.middlewares = [Cache()] }
    #expect(try await bench.client.send(.text()) == "kept")
    #expect(await bench.requests.isEmpty)
    #expect(await bench.client.configuration.rateLimit.dailyQuota.used == 0)
  }

  @Test(arguments: [
    (302, ConstantContactError.Code.unreadableResponse), (403, .forbidden), (404, .notFound), (503, .server),
  ])
  func errorStatusOfAMiddlewareIsAnError(status: Int, code: ConstantContactError.Code) async throws {
    struct Gate: HTTPMiddleware {
      let status: TransportStatus
      func intercept(
        _ request: TransportRequest,
        next: MiddlewareChain
      ) async throws -> TransportResponse { TransportResponse(status: status, headers: ["x-amzn-RequestId": "g-1"]) }
    }
    let bench = Bench([]) { $0.middlewares = [Gate(status: TransportStatus(rawValue: status))] }
    let descriptor = OperationDescriptor("x.make", .post, "/x", scope: nil, privilege: nil, replay: .never)
    let error = try await failure { try await bench.client.send(APIOperation<Void>.empty(descriptor)) }
    #expect(error.code == code)
    #expect(error.status?.rawValue == status)
    #expect(error.requestIDs == ["g-1"])
  }

  @Test func middlewareErrorsAreWrapped() async throws {
    struct Broken: HTTPMiddleware {
      let error: any Error
      func intercept(
        _ request: TransportRequest,
        next: MiddlewareChain
      ) async throws -> TransportResponse { throw error }
    }
    let bench = Bench([]) { $0.middlewares = [Broken(error: CocoaError(.fileNoSuchFile))] }
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.operation == "things.call")
    #expect(error.cause is CocoaError)
    let cancelled = Bench([]) { $0.middlewares = [Broken(error: CancellationError())] }
    await #expect(throws: CancellationError.self) { try await cancelled.client.send(.text()) }
  }

  @Test func requestsHaveTheUsualHeaders() async throws {
    let bench = Bench([.json(200, "{}"), .json(200, "{}")]) { $0.userAgent = "Tests/1" }
    let descriptor = OperationDescriptor("x.make", .post, "/x", scope: nil, privilege: nil, replay: .never)
    _ = try await bench.client.send(
      APIOperation<RawJSON>.json(descriptor, body: JSONCoding.body(["b": "/", "a": "2"])))
    _ = try await bench.client.send(.text())
    let requests = await bench.requests
    #expect(requests[0].headers["Content-Type"] == "application/json")
    #expect(requests[0].headers["Accept"] == "application/json")
    #expect(requests[0].headers["User-Agent"] == "Tests/1")
    #expect(try requests[0].body?.data() == Data(#"{"a":"2","b":"/"}"#.utf8))
    #expect(requests[1].headers["Content-Type"] == nil)
    #expect(requests[0].timeout == .seconds(60))
  }
}

extension TokenList {
  fileprivate init(_ one: String, _ two: String) { self.init(AccessToken(one), AccessToken(two)) }
}
