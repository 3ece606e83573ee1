import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// The effect of an error covers all attempts of the call, not the last one alone.
@Suite struct EffectTests {
  private static let lost = ScriptedTransport.Step.fail(
    TransportError(.connectionLost, delivery: .uncertain, message: "lost"))
  private static let unsent = ScriptedTransport.Step.fail(
    TransportError(.cannotConnect, delivery: .notSent, message: "unreachable"))
  private static let throttled = ScriptedTransport.Step.json(429, #"{"error_key":"throttled","error_message":"x"}"#)
  private static let spent = ScriptedTransport.Step.json(429, #"{"error_key":"quota_exceeded","error_message":"x"}"#)

  private func end(_ steps: [ScriptedTransport.Step], _ method: TransportMethod = .put) async throws
    -> ConstantContactError
  {
    let bench = Bench(steps) { $0.retry.maximumAttempts = steps.count }
    let error = try await failure { try await bench.client.send(.text(method, replay: .idempotent)) }
    #expect(await bench.requests.count == steps.count)
    return error
  }

  @Test(arguments: [lost, .json(503, ""), .json(200, #"{"cut"#)])
  func effectCoversAllAttempts(first: ScriptedTransport.Step) async throws {
    for (last, code) in [
      (Self.unsent, ConstantContactError.Code.connection), (Self.throttled, .throttled), (Self.spent, .quotaExceeded),
      (.json(400, ""), .badRequest), (.json(403, ""), .forbidden), (.json(409, ""), .conflict),
    ] {
      let error = try await end([first, Self.unsent, last])
      #expect(error.code == code)
      #expect(error.effect == .uncertain)
    }
  }

  @Test func unsentRequestsHaveNoEffect() async throws {
    #expect(try await end([Self.unsent, Self.throttled, Self.unsent]).effect == .none)
    #expect(try await end([Self.unsent, .json(404, "")]).effect == .none)
  }

  @Test(arguments: [lost, .json(503, ""), .json(200, #"{"cut"#), .json(200, "{} garbage"), .json(200, "7")])
  func failedReadHasNoEffect(step: ScriptedTransport.Step) async throws {
    let bench = Bench([step]) { $0.retry = .none }
    let read = try await failure {
      let descriptor = OperationDescriptor("x", .get, "/x", scope: nil, privilege: nil, replay: .idempotent)
      return try await bench.client.send(APIOperation<[String: RawJSON]>.json(descriptor))
    }
    #expect(read.effect == .none && !read.outcomeIsUnknown && read.advice.kind != .checkOutcome)
  }

  @Test func failedMiddlewareOfAReadHasNoEffect() async throws {
    struct Broken: HTTPMiddleware {
      func intercept(_ request: TransportRequest, next: MiddlewareChain) async throws -> TransportResponse {
        throw CocoaError(.fileNoSuchFile)
      }
    }
    let bench = Bench([]) { $0.middlewares = [Broken()] }
    #expect(try await failure { try await bench.client.send(.text(.get)) }.effect == .none)
    #expect(try await failure { try await bench.client.send(.text(.post)) }.effect == .uncertain)
  }

  /// Text after the end of the JSON is no truncation: a retry would return the same.
  @Test func garbageAfterTheJSONIsUnreadable() async throws {
    for (method, effect) in [(TransportMethod.get, ConstantContactError.Effect.none), (.put, .done)] {
      for body in [#"{"a":1} garbage"#, #"{"a":1}""#, #"{"a":1}{"b":"#, #"{"a":1} [1"#, "[1]{", #"{"a":1}]["x"#] {
        let bench = Bench([.json(200, body), .json(200, "{}")])
        let descriptor = OperationDescriptor("x", method, "/x", scope: nil, privilege: nil, replay: .idempotent)
        let error = try await failure { try await bench.client.send(APIOperation<RawJSON>.json(descriptor)) }
        #expect(error.code == .unreadableResponse && error.effect == effect, "\(body)")
        #expect(await bench.requests.count == 1)
      }
    }
  }

  @Test func failedReadsHaveNoEffect() async throws {
    #expect(try await end([Self.lost, .json(404, "")], .get).effect == .none)
    #expect(try await end([Self.lost, .json(404, "")], .delete).effect == .uncertain)
  }

  @Test func otherPropertiesOfTheErrorAreKept() async throws {
    let headers: TransportHeaders = ["x-amzn-RequestId": "r-7"]
    let last = ScriptedTransport.Step.json(
      403, #"{"error_key":"access_denied","error_message":"no"}"#, headers: headers)
    let error = try await end([Self.lost, last])
    #expect(error.status == 403)
    #expect(error.faults == [APIFault(key: .accessDenied, message: "no")])
    #expect(error.requestIDs == ["r-7"])
    #expect(try await end([Self.lost, Self.spent]).resumesAt != nil)
    #expect(try await end([Self.lost, Self.unsent]).cause is TransportError)
  }

  @Test func missingTokenKeepsTheEffectOfEarlierAttempts() async throws {
    let refused = ScriptedTransport.Step.json(401, #"{"error_key":"unauthorized","error_message":"x"}"#)
    let error = try await end([Self.lost, refused])
    #expect(error.code == .reconnectRequired)
    #expect(error.effect == .uncertain)
  }

  @Test func exhaustedQuotaKeepsTheEffectOfEarlierAttempts() async throws {
    let clock = ManualClock(automatic: true)
    let bench = Bench([Self.lost], clock: clock) {
      $0.rateLimit = RateLimit(perSecond: 4, perDay: 1, time: clock.timeSource)
    }
    let error = try await failure { try await bench.client.send(.text(.put, replay: .idempotent)) }
    #expect(error.code == .quotaExceeded)
    #expect(error.effect == .uncertain)
    #expect(error.resumesAt != nil)
  }
}
