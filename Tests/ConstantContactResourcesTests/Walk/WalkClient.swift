import ConstantContactKit
import Foundation

extension Walk {
  /// A client for the walk, without rate limits and retries.
  static func client(
    _ transport: any HTTPTransport,
    baseURL: URL = ConstantContactConfiguration.productionURL,
    time: TimeSource = .system
  ) -> ConstantContact {
    var configuration = ConstantContactConfiguration(
      baseURL: baseURL, time: time, rateLimit: RateLimit(perSecond: 100_000, perDay: 10_000_000))
    configuration.retry = .none
    return ConstantContact(
      tokens: WalkTokens(), transport: transport, configuration: configuration)
  }
}

/// A transport that records the last response of each operation.
final class RecordingTransport: HTTPTransport {
  let base: any HTTPTransport
  private let responses = Locked<[String: TransportResponse]>([:])

  init(_ base: any HTTPTransport) { self.base = base }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let response = try await base.send(request)
    responses.withLock { $0[request.operation] = response }
    return response
  }

  func response(to operation: String) -> TransportResponse? { responses.withLock { $0[operation] } }
}

/// A transport that responds with each operation's fixture, or with another body.
struct FixtureTransport: HTTPTransport {
  var bodies: [String: Data] = [:]

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    try request.validate()
    guard let step = Walk.byName[request.operation] else {
      throw TransportError(.other, delivery: .notSent, message: "no step for \(request.operation)")
    }
    let body = bodies[request.operation] ?? Walk.fixture(request.operation) ?? Data()
    let kind =
      body.first.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } == false ? "text/csv" : "application/json"
    return TransportResponse(
      status: step.operation.successStatuses[0], headers: ["Content-Type": kind], body: body)
  }
}

extension Walk {
  static let byName = Dictionary(all.map { ($0.operation.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The stored response of an operation; `nil` when the response has no body.
  static func fixture(_ operation: String) -> Data? { fixtures[operation] }

  /// The JSON of a response, or `nil` when it is not JSON.
  ///
  /// The status of a collection that is still being computed is left out: it is not part of the result.
  static func sample(in body: Data) -> RawJSON? {
    let json = try? JSONDecoder().decode(RawJSON.self, from: body)
    guard case .object(var members) = json, members["contacts"] != nil else { return json }
    members["status"] = nil
    return .object(members)
  }

  private static let fixtures: [String: Data] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return Dictionary(
      files.compactMap { file in
        (try? Data(contentsOf: file)).map { (file.deletingPathExtension().lastPathComponent, $0) }
      },
      uniquingKeysWith: { first, _ in first })
  }()
}

/// Has another token when one is refused.
private struct WalkTokens: AccessTokenProvider {
  func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    AccessToken(rejected == nil ? "walking" : "walking-on")
  }
}
