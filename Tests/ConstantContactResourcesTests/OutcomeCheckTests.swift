import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// The advice of a write whose response was lost.
@Suite struct OutcomeCheckTests {
  private static let writes = Walk.all.map(\.operation).filter { $0.method != .get }

  @Test func everyWriteThatMustNotBeRepeatedHasACheck() {
    #expect(Self.writes.count > 60)
    for operation in Self.writes {
      let isHarmless = operation.replay == .idempotent
      #expect((operation.outcomeCheck == nil) == isHarmless, "\(operation.name)")
      if let check = operation.outcomeCheck {
        #expect(!check.purpose.hasSuffix(".") && check.purpose.count > 15, "\(operation.name)")
        #expect(check.method.map { $0.contains("/") && $0.hasSuffix(")") } ?? true, "\(operation.name)")
      }
    }
    #expect(Walk.all.allSatisfy { $0.operation.method != .get || $0.operation.outcomeCheck == nil })
  }

  @Test func documentationListsEveryWrite() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Documentation/LostResponses.md")
    let written = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("| `") }
    let expected = Set(Self.writes.map(Self.row)).sorted()
    #expect(written == expected, "\(expected.joined(separator: "\n"))")
  }

  private static func row(_ operation: OperationDescriptor) -> String {
    let rule = operation.replay == .idempotent ? "retried" : "not retried"
    let check = operation.outcomeCheck?.description ?? "a second call changes nothing more"
    return "| `\(operation.name)` | `\(operation.method) \(operation.pathTemplate)` | \(rule) | \(check) |"
  }

  /// A client with the default retries.
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

  @Test func errorHasTheCheck() async throws {
    for (step, words) in [
      (Self.lost, "Whether the request took effect is unknown"),
      (.json(503, ""), "Whether the request took effect is unknown"),
      (.json(201, #"{"list_id":"#), "The request took effect"),
    ] {
      let error = try await error(step)
      #expect(error.effect != .none)
      #expect(error.advice.kind == .checkOutcome)
      #expect(error.advice.outcomeCheck?.method == "ListsAPI/find(named:)")
      for text in [error.localizedDescription, error.description] {
        #expect(text.contains(words) && text.contains("`ListsAPI/find(named:)` returns the list if it was created"))
      }
    }
    #expect(try await error(Self.lost).outcomeIsUnknown)
  }

  @Test func refusalHasNoCheck() async throws {
    for status: TransportStatus in [400, 403, 409] {
      let error = try await error(.json(status, ""))
      #expect(!error.outcomeIsUnknown && error.outcomeCheck == nil && !error.description.contains("ListsAPI"))
    }
    let unsent = ScriptedTransport.Step.fail(TransportError(.cannotConnect, delivery: .notSent, message: "unreachable"))
    let transport = ScriptedTransport(Array(repeating: unsent, count: 9))
    await #expect {
      _ = try await client(transport).lists.create(ListDraft(name: "News"))
    } throws: { error in
      !"\(error)".contains("ListsAPI")
    }
  }

  /// Every operation that must not be repeated is sent once when its response is lost.
  @Test(arguments: writes.filter { $0.replay != .idempotent })
  func writeIsSentOnceWhenItsResponseIsLost(operation: OperationDescriptor) async throws {
    let transport = ScriptedTransport(Array(repeating: Self.lost, count: 3))
    let path = operation.pathTemplate.split(separator: "/").filter { $0.hasPrefix("{") }.map { _ in "1" }
    await #expect(throws: ConstantContactError.self) {
      let call = try APIOperation<RawJSON>.json(operation, path: path, body: JSONCoding.body(["a": 1]))
      _ = try await client(transport).send(call)
    }
    #expect(await transport.requests.count == 1)
  }
}
