import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Measures which parameters and properties of the contract the library sends and reads. `.ci/contract-coverage` runs it with a plan made
/// from the contract, and compares the result.
@Suite(.serialized, .enabled(if: CoveragePlan.url != nil))
struct ContractCoverageTests {
  @Test func measure() async throws {
    let plan = try CoveragePlan.load()
    var result = CoverageResult()
    for response in plan { result.responses["\(response.operation) \(response.status)"] = await read(response) }
    result.requests = await sent()
    try JSONEncoder().encode(result).write(to: try #require(CoveragePlan.resultURL))
  }

  /// The paths of the properties that a call's result depends on.
  private func read(_ response: CoveragePlan.Response) async -> CoverageResult.Response {
    var outcome = CoverageResult.Response(covered: [], error: "no step")
    let steps = Walk.all.filter { "\($0.operation.method) \($0.operation.pathTemplate)" == response.operation }
    var covered: Set<String> = []
    for step in steps {
      do {
        for body in response.body.withEachPagingLink {
          let base = try await leaves(step, response.status, body)
          for probe in response.probes where probe.kind != "children" && !covered.contains(probe.path) {
            let changed = body.probed(probe.pointer[...], probe.kind)
            // A call that fails because of the change has read the value.
            let other = changed == body ? base : try? await leaves(step, response.status, changed)
            let isRead = probe.kind == "free" ? other?.withRaw != base.withRaw : other?.typed != base.typed
            if isRead { covered.insert(probe.path) }
          }
        }
      } catch {
        outcome.error = "\(error)"
      }
    }
    if !covered.isEmpty { outcome.error = nil }
    outcome.covered = covered.sorted()
    return outcome
  }

  private func leaves(
    _ step: Walk.Step, _ status: Int, _ body: RawJSON
  ) async throws -> (typed: [String], withRaw: [String]) {
    let transport = CoverageTransport(
      operation: step.operation.name, status: status, body: try JSONEncoder().encode(body))
    let result = try await Walk.$deliversFirstPageOnly.withValue(true) {
      try await step.call(Walk.client(transport, time: ManualClock(automatic: true).timeSource))
    }
    return (Leaves.list(of: result, includingRaw: false), Leaves.list(of: result, includingRaw: true))
  }

  /// The parameters and properties that the steps send, by operation.
  private func sent() async -> [String: CoverageResult.Request] {
    let transport = SentTransport()
    for step in Walk.all { _ = try? await step.call(Walk.client(transport)) }
    return transport.requests
  }
}

/// Full responses made from the contract, and the properties to probe.
enum CoveragePlan {
  struct Response: Decodable {
    struct Probe: Decodable {
      let path: String
      let pointer: [RawJSON]
      let kind: String
    }

    let operation: String
    let status: Int
    let body: RawJSON
    let probes: [Probe]
  }

  private static let environment = ProcessInfo.processInfo.environment
  static let url = environment["CONTRACT_COVERAGE_PLAN"].map { URL(fileURLWithPath: $0) }
  static let resultURL = environment["CONTRACT_COVERAGE_RESULT"].map { URL(fileURLWithPath: $0) }

  static func load() throws -> [Response] {
    try JSONDecoder().decode([Response].self, from: Data(contentsOf: #require(url)))
  }
}

struct CoverageResult: Encodable {
  struct Request: Encodable {
    var query: Set<String> = []
    var body: Set<String> = []
  }

  struct Response: Encodable {
    var covered: [String]
    var error: String?
  }

  var requests: [String: Request] = [:]
  var responses: [String: Response] = [:]
}

/// Responds to one operation with a body, and to every other with its fixture.
private struct CoverageTransport: HTTPTransport {
  let operation: String
  let status: Int
  let body: Data

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    guard request.operation == operation else { return try await FixtureTransport().send(request) }
    return TransportResponse(
      status: TransportStatus(rawValue: status), headers: ["Content-Type": "application/json"], body: body)
  }
}

/// Responds with fixtures and records which parameters and properties were sent.
private final class SentTransport: HTTPTransport {
  private let sent = Locked<[String: CoverageResult.Request]>([:])

  var requests: [String: CoverageResult.Request] { sent.withLock { $0 } }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    if let operation = Walk.byName[request.operation]?.operation {
      let query = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems?.map(\.name) ?? []
      let body = try Self.paths(in: request)
      sent.withLock {
        $0["\(operation.method) \(operation.pathTemplate)", default: .init()].query.formUnion(query)
        $0["\(operation.method) \(operation.pathTemplate)", default: .init()].body.formUnion(body)
      }
    }
    return try await FixtureTransport().send(request)
  }

  private static func paths(in request: TransportRequest) throws -> Set<String> {
    guard let data = try request.body?.data(), !data.isEmpty else { return [] }
    guard let json = try? JSONDecoder().decode(RawJSON.self, from: data) else {
      let text = String(decoding: data, as: UTF8.self)
      return Set(text.matches(of: /form-data; name="([^"]+)"/).map { String($0.output.1) })
    }
    return Set(json.paths)
  }
}

extension RawJSON {
  /// The paths of all members and elements.
  fileprivate var paths: [String] {
    func below(_ name: String, _ json: RawJSON) -> [String] { [name] + json.paths.map { "\(name)/\($0)" } }
    return switch self {
    case .object(let members): members.flatMap(below)
    case .array(let elements): elements.flatMap { below("[]", $0) }
    default: []
    }
  }

  /// The value as it is, and with only one of two spellings of the same page: a link, or a token.
  fileprivate var withEachPagingLink: [RawJSON] {
    guard case .object(let members) = self, members["_links"] != nil, members["next_cursor"] != nil else {
      return [self]
    }
    let withoutTokens = members.filter { !["next_cursor", "prev_cursor"].contains($0.key) }
    return [self, .object(withoutTokens), .object(members.filter { $0.key != "_links" })]
  }

  /// The value with another value at a place, or without it.
  fileprivate func probed(_ pointer: ArraySlice<RawJSON>, _ kind: String) -> RawJSON {
    guard let first = pointer.first else { return changed }
    let rest = pointer.dropFirst()
    let isRemoval = rest.isEmpty && kind == "remove"
    switch (self, first) {
    case (.object(var members), .string(let name)):
      members[name] = isRemoval ? nil : members[name]?.probed(rest, kind)
      return .object(members)
    case (.array(var elements), .integer):
      if isRemoval || elements.isEmpty { return .array([]) }
      elements[0] = elements[0].probed(rest, kind)
      return .array(elements)
    default: return self
    }
  }

  /// Another value of the same type.
  private var changed: RawJSON {
    switch self {
    case .null: .null
    case .bool(let value): .bool(!value)
    case .integer(let value): .integer(value + 1)
    case .number(let value): .number(value + 1)
    case .string("true"): .string("false")
    case .string("false"): .string("true")
    case .string(let text): .string(text + "9")
    case .array: .array([])
    case .object(let members): .object(members.mapValues(\.changed))
    }
  }
}
