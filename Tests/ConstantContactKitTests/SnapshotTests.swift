import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct SnapshotTests {
  let clock = ManualClock(automatic: true)

  private func account(_ count: Int = 1_200) async -> FakeConstantContact {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    for number in 0..<count {
      let states = FakeConstantContact.Contact.State.allCases
      await service.add(
        .init(address: "Contact\(number)@Example.com", state: states[number % states.count], firstName: "Old"))
    }
    return service
  }

  @Test func pagesReadEveryAddressInEveryState() async throws {
    let service = await account()
    let snapshot = try await service.client().snapshot()
    #expect(snapshot.count == 1_200)
    #expect(snapshot.isComplete && snapshot.unreadable == 0 && snapshot.withoutEmail == 0)
    #expect(await service.requestCountsByOperation == ["contacts.list": 3])
    let client = try await service.client()
    for number in 0..<8 {
      let email = "contact\(number)@example.com"
      #expect(snapshot.contains(email))
      #expect(try await client.contacts.find(email: email)?.state == snapshot.state(of: email))
    }
    #expect(snapshot.contains("CONTACT7@EXAMPLE.COM"))
    #expect(!snapshot.contains("contact1200@example.com"))
    #expect(snapshot.state(of: "contact1200@example.com") == nil)
  }

  @Test func exportsReadEveryAddressAndTheStateOfDeletedContacts() async throws {
    let service = await account()
    let snapshot = try await service.client().snapshot(.export)
    #expect(snapshot.count == 1_200)
    #expect(snapshot.isComplete)
    #expect(await service.requests.count == 7)
    let states = Set(
      (0..<8).map { snapshot.state(of: "contact\($0)@example.com") })
    #expect(states == [nil, .deleted])
  }

  @Test func shortExportIsIncomplete() async throws {
    let service = await account(10)
    let client = try await client(of: service, through: ShortExport(base: service))
    let snapshot = try await client.snapshot(.export)
    #expect(!snapshot.isComplete)
  }

  @Test func exportWithoutAddressesIsRefused() async throws {
    let service = await account(10)
    let client = try await client(of: service, through: ShortExport(base: service, heading: "Contact ID,First name"))
    await #expect {
      _ = try await client.snapshot(.export)
    } throws: {
      ($0 as? ConstantContactError)?.code == .unreadableResponse
    }
  }

  @Test func contactsWithoutAnAddressAreCounted() async throws {
    let transport = ScriptedTransport([
      .json(
        200,
        """
        {"contacts": [{"contact_id": "a"}, {"contact_id": "b", "email_address": {"permission_to_send": "implicit"}},
        {"contact_id": "c", "email_address": {"address": "c@example.com", "permission_to_send": "implicit"}}]}
        """)
    ])
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: clock.timeSource))
    let snapshot = try await client.snapshot()
    #expect(snapshot.count == 1 && snapshot.withoutEmail == 1 && snapshot.unreadable == 1)
    #expect(!snapshot.isComplete)
  }

  @Test func progressEndsWithAllContacts() async throws {
    let service = await account()
    let last = LastProgress()
    _ = try await service.client().snapshot { last.note($0) }
    #expect(last.value == WorkProgress(completed: 1_200, total: 1_200, elapsed: last.value?.elapsed ?? .zero))
  }

  @Test func printingShowsNoAddress() async throws {
    let service = await account(3)
    let snapshot = try await service.client().snapshot()
    var text = "\(snapshot) \(String(reflecting: snapshot))"
    dump(snapshot, to: &text)
    #expect(!text.lowercased().contains("example.com"))
    #expect("\(snapshot)" == "AccountSnapshot(3 addresses)")
  }
}

/// Cuts the first line off each export's rows, or replaces its heading.
private struct ShortExport: HTTPTransport {
  let base: FakeConstantContact
  var heading: String?

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let response = try await base.send(request)
    guard request.operation == "activities.exportedCSV" else { return response }
    var lines = String(decoding: response.body, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    if let heading { lines[0] = heading } else { lines = Array(lines.prefix(1) + lines.dropFirst(2)) }
    return TransportResponse(
      status: response.status, headers: response.headers, body: Data(lines.joined(separator: "\r\n").utf8))
  }
}

/// The progress that was reported last.
final class LastProgress: @unchecked Sendable {
  // Safe to share: the value is only accessed while the lock is held.
  private let lock = NSLock()
  private var last: WorkProgress?

  var value: WorkProgress? { lock.withLock { last } }
  func note(_ progress: WorkProgress) { lock.withLock { last = progress } }
}
