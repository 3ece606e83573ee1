import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// What a write says when its answer was lost.
@Suite struct LostReplyTests {
  private static let writes = Walk.all.map(\.operation).filter { $0.method != .get }

  @Test func everyWriteSaysWhatALostAnswerMeans() {
    #expect(Self.writes.count > 60)
    for operation in Self.writes {
      let isHarmless = operation.replay == .idempotent
      #expect((operation.lostReply == nil) == isHarmless, "\(operation.name)")
      if let check = operation.lostReply { #expect(!check.hasSuffix(".") && check.count > 15, "\(operation.name)") }
    }
    #expect(Walk.all.allSatisfy { $0.operation.method != .get || $0.operation.lostReply == nil })
  }

  /// The page lists every write, each with its own rule.
  @Test func thePageAgrees() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Documentation/LostResponses.md")
    let written = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("| `") }
    let expected = Set(Self.writes.map(Self.row)).sorted()
    #expect(written == expected, "\(expected.joined(separator: "\n"))")
  }

  private static func row(_ operation: OperationDescriptor) -> String {
    let rule = operation.replay == .idempotent ? "sent again" : "not sent again"
    let check = operation.lostReply ?? "calling again changes nothing more"
    return "| `\(operation.name)` | `\(operation.method) \(operation.pathTemplate)` | \(rule) | \(check) |"
  }

  /// A client that tries again, as it does by default.
  private func client(_ transport: ScriptedTransport) -> ConstantContact {
    ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: ManualClock(automatic: true).timeSource))
  }

  private static let lost = ScriptedTransport.Step.fail(
    TransportError(.connectionLost, delivery: .uncertain, message: "the connection was lost"))

  private func error(_ step: ScriptedTransport.Step) async throws -> ConstantContactError {
    let transport = ScriptedTransport([step, step])
    do {
      _ = try await client(transport).lists.create(ListDraft(name: "News"))
    } catch let error as ConstantContactError {
      #expect(await transport.requests.count == 1)
      return error
    }
    Issue.record("no error")
    throw CancellationError()
  }

  @Test func theErrorSaysWhatToLookAt() async throws {
    for (step, words) in [
      (Self.lost, "whether it was done is not known"), (.json(503, ""), "whether it was done is not known"),
      (.json(201, #"{"list_id":"#), "it was done, only the answer was lost"),
    ] {
      let error = try await error(step)
      #expect(error.effect != .none)
      #expect(error.message.contains("\(words): lists.find(named:) tells"))
    }
    #expect(try await error(Self.lost).outcomeIsUnknown)
  }

  @Test func aRefusalSaysNothingOfTheKind() async throws {
    for status: TransportStatus in [400, 403, 409] {
      let error = try await error(.json(status, ""))
      #expect(!error.outcomeIsUnknown && !error.message.contains("lists.find"))
    }
    let unsent = ScriptedTransport.Step.fail(TransportError(.cannotConnect, delivery: .notSent, message: "nobody"))
    let transport = ScriptedTransport(Array(repeating: unsent, count: 9))
    await #expect {
      _ = try await client(transport).lists.create(ListDraft(name: "News"))
    } throws: { error in
      !"\(error)".contains("lists.find")
    }
  }

  /// Every operation that is not safe to repeat goes out once when its answer is lost.
  @Test(arguments: writes.filter { $0.replay != .idempotent })
  func noWriteIsSentTwice(operation: OperationDescriptor) async throws {
    let transport = ScriptedTransport(Array(repeating: Self.lost, count: 3))
    let path = operation.pathTemplate.split(separator: "/").filter { $0.hasPrefix("{") }.map { _ in "1" }
    await #expect(throws: ConstantContactError.self) {
      let call = try APIOperation<JSONValue>.json(operation, path: path, body: JSONCoding.body(["a": 1]))
      _ = try await client(transport).send(call)
    }
    #expect(await transport.requests.count == 1)
  }
}
