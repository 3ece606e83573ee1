import ConstantContactKit
import Foundation
import Testing

/// The walk against the judge, which responds according to the contract and validates every request. `.ci/judge` runs it.
@Suite(.serialized, .enabled(if: Judge.url != nil))
struct JudgedWalkTests {
  @Test(arguments: ["full", "minimal"])
  func requestsConformToTheContractAndResponsesAreRead(style: String) async throws {
    try await Judge.reset(style)
    let transport = RecordingTransport(SystemTransport.shared)
    let client = Walk.client(transport, baseURL: try #require(Judge.url))
    for step in Walk.all {
      do {
        let result = try await step.call(client)
        guard style == "full", let response = transport.response(to: step.operation.name),
          let sample = Walk.sample(in: response.body)
        else { continue }
        let lost = Leaves.of(sample).subtracting(Leaves.of(result))
        #expect(lost.isEmpty, "\(step.operation.name) loses \(lost.sorted())")
      } catch {
        Issue.record("\(step.operation.name): \(error)")
      }
    }
    let report = try await Judge.report()
    #expect(report.violations.isEmpty, "\(report.violations)")
    let missed = Set(Walk.all.map { "\($0.operation.method) \($0.operation.pathTemplate)" }).intersection(report.missed)
    #expect(missed.isEmpty, "\(missed.sorted())")
    #expect(report.hit == report.operations, "\(report.missed)")
  }

  @Test(arguments: [
    (400, ConstantContactError.Code.badRequest), (401, .unauthorized), (403, .forbidden), (404, .notFound),
    (409, .conflict), (429, .throttled), (500, .server), (503, .server),
  ])
  func everyErrorHasItsCode(status: Int, code: ConstantContactError.Code) async throws {
    try await Judge.reset("error/\(status)")
    let client = Walk.client(SystemTransport.shared, baseURL: try #require(Judge.url))
    for step in Walk.all {
      let isQueued = step.operation.method == .post && step.operation.pathTemplate.hasPrefix("/activities/")
      let expected = status == 429 && isQueued ? .tooManyActivities : code
      do {
        _ = try await step.call(client)
        // Deleting a missing resource succeeds.
        #expect(status == 404 && step.operation.method == .delete, "\(step.operation.name) succeeded")
      } catch let error as ConstantContactError {
        #expect(error.code == expected, "\(step.operation.name)")
        #expect(error.status?.rawValue == status, "\(step.operation.name)")
      }
    }
  }
}

/// The judge's control endpoints.
enum Judge {
  struct Report: Decodable {
    struct Violation: Decodable {
      let operation: String
      let violation: String
    }
    let operations: Int
    let hit: Int
    let missed: [String]
    let violations: [Violation]
  }

  /// The judge's URL, such as `http://127.0.0.1:8098/v3`.
  static let url = ProcessInfo.processInfo.environment["CONSTANT_CONTACT_JUDGE_URL"].flatMap(URL.init(string:))

  static func reset(_ style: String) async throws {
    _ = try await call(.post, "reset")
    _ = try await call(.post, "style/\(style)")
  }

  static func report() async throws -> Report {
    try JSONDecoder().decode(Report.self, from: try await call(.get, "report"))
  }

  private static func call(_ method: TransportMethod, _ verb: String) async throws -> Data {
    let target = try #require(URL(string: "/__judge/\(verb)", relativeTo: url)?.absoluteURL)
    return try await SystemTransport.shared.send(TransportRequest(method: method, url: target)).body
  }
}
