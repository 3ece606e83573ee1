import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct ScriptedTransportTests {
  private let request = Desk.plain("contacts.get")

  @Test func stepsAreUsedOnceInOrder() async throws {
    let transport = ScriptedTransport([
      .json(200, "{}"),
      .fail(TransportError(.timedOut, delivery: .uncertain, message: "late")),
      .handle { TransportResponse(status: 201, body: Data($0.operation.utf8)) },
    ])
    #expect(try await transport.send(request).headers["Content-Type"] == "application/json")
    let error = await #expect(throws: TransportError.self) { try await transport.send(request) }
    #expect(error?.code == .timedOut)
    #expect(await transport.unusedCount == 1)
    let mismatch = await #expect(throws: ScriptMismatch.self) { try await transport.verifyAllUsed() }
    #expect(mismatch?.unusedSteps == 1 && mismatch?.unexpectedRequests == 0)
    #expect(try await transport.send(request).body == Data("contacts.get".utf8))
    try await transport.verifyAllUsed()
    #expect(await transport.requests.count == 3)
  }

  @Test func unexpectedRequestsFailAndAreRemembered() async throws {
    let transport = ScriptedTransport()
    let error = await #expect(throws: TransportError.self) { try await transport.send(request) }
    #expect(error?.delivery == .notSent)
    let mismatch = await #expect(throws: ScriptMismatch.self) { try await transport.verifyAllUsed() }
    #expect(mismatch?.unusedSteps == 0 && mismatch?.unexpectedRequests == 1)
    await transport.append(.json(200, "[]"))
    #expect(try await transport.send(request).status == 200)
  }
}

extension Desk {
  static func plain(_ operation: String) -> TransportRequest {
    TransportRequest(
      method: .get, url: URL(string: "https://api.cc.email/v3") ?? URL(filePath: "/"), operation: operation)
  }
}
