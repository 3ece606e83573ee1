import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// A client on simulated time with scripted responses.
struct Bench {
  let clock: ManualClock
  let transport: ScriptedTransport
  let client: ConstantContact

  init(
    _ steps: [ScriptedTransport.Step],
    clock: ManualClock = ManualClock(automatic: true),
    diary: Diary = Diary(),
    tokens: any AccessTokenProvider = StaticTokenProvider(AccessToken("first-token")),
    configure: (inout ConstantContactConfiguration) -> Void = { _ in }
  ) {
    self.clock = clock
    transport = ScriptedTransport(steps)
    var configuration = ConstantContactConfiguration(time: clock.timeSource)
    configuration.retry.random = { 0.5 }
    configure(&configuration)
    client = ConstantContact(
      tokens: tokens,
      transport: NotingTransport(base: transport, clock: clock, diary: diary),
      configuration: configuration
    )
  }

  var requests: [TransportRequest] { get async { await transport.requests } }
}

/// Keeps the elapsed times of the requests.
final class Diary: Sendable {
  private let entries = Locked<[Duration]>([])
  var times: [Duration] { entries.withLock { $0 } }
  func note(_ time: Duration) { entries.withLock { $0.append(time) } }
}

private struct NotingTransport: HTTPTransport {
  let base: ScriptedTransport
  let clock: ManualClock
  let diary: Diary

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    diary.note(clock.elapsed)
    return try await base.send(request)
  }
}

extension APIOperation where Response == String {
  /// An operation that returns its response's text.
  static func text(
    _ method: TransportMethod = .get,
    _ path: String = "/things",
    scope: OAuthScope? = nil,
    privilege: UserPrivilege? = nil,
    replay: ReplayRule = .idempotent
  ) throws -> APIOperation {
    let descriptor = OperationDescriptor(
      "things.call", method, path, scope: scope, privilege: privilege, replay: replay)
    return try APIOperation(descriptor) { String(decoding: $0.body, as: UTF8.self) }
  }
}

/// Serves the next token after each refusal.
actor TokenList: AccessTokenProvider {
  private var tokens: [AccessToken]
  private(set) var calls: [AccessToken?] = []

  init(_ tokens: AccessToken...) { self.tokens = tokens }

  func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    calls.append(rejected)
    if let rejected, rejected == tokens.first, tokens.count > 1 { tokens.removeFirst() }
    return tokens[0]
  }
}

/// The error that a call ends with.
func failure(
  sourceLocation: SourceLocation = #_sourceLocation,
  of call: () async throws -> some Any
) async throws -> ConstantContactError {
  do {
    _ = try await call()
  } catch let error as ConstantContactError {
    return error
  }
  Issue.record("no error", sourceLocation: sourceLocation)
  throw CancellationError()
}

/// Everything that printing a value can show.
func everythingPrinted(_ value: some Any) -> String {
  var text = "\(value) \(String(describing: value)) \(String(reflecting: value))"
  dump(value, to: &text)
  return text
}
