import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct AccountTests {
  private let summary = #"""
    {"encoded_account_id":"p1","contact_email":"a@example.com","country_code":"US","state_code":"ME","website":"w"}
    """#

  @Test func updateSendsOnlyChangedDetails() async throws {
    let transport = ScriptedTransport([.json(200, summary), .json(200, #"{"encoded_account_id":"p1","website":"x"}"#)])
    try await Walk.client(transport).account.updateSummary {
      $0.website = "x"
      $0.firstName = "Ann"
    }
    let requests = await transport.requests
    #expect(requests.map(\.method) == [.get, .put])
    #expect(Self.text(requests[1]) == #"{"first_name":"Ann","website":"x"}"#)
  }

  @Test func updateWithoutChangeWritesNothing() async throws {
    let transport = ScriptedTransport([.json(200, summary)])
    let after = try await Walk.client(transport).account.updateSummary { $0.website = "w" }
    #expect(after.id == "p1")
    #expect(await transport.requests.count == 1)
  }

  @Test func removedDetailAndLongPhoneAreRejected() async throws {
    let changes: [(inout AccountDetails) -> Void] = [
      { $0.website = nil }, { $0.contactPhone = String(repeating: "5", count: 26) },
    ]
    for change in changes {
      let transport = ScriptedTransport([.json(200, summary)])
      let error = await #expect(throws: ConstantContactError.self) {
        try await Walk.client(transport).account.updateSummary(change)
      }
      #expect(error?.code == .invalidInput)
      #expect(await transport.requests.count == 1)
    }
  }

  @Test func addressUpdateKeepsUnchangedLines() async throws {
    let transport = ScriptedTransport([
      .json(200, #"{"address_line1":"1","address_line2":"2","city":"C","country_code":"FR","state_name":"S"}"#),
      .json(200, Fixture.anyResource),
    ])
    try await Walk.client(transport).account.updatePhysicalAddress { $0.line2 = nil }
    let sent = try #require(await transport.requests.last)
    #expect(Self.text(sent) == #"{"address_line1":"1","city":"C","country_code":"FR","state_name":"S"}"#)
  }

  @Test func unreadableLineBlocksTheAddressUpdate() async throws {
    let transport = ScriptedTransport([
      .json(200, #"{"address_line1":"1","address_line2":{},"city":"C","country_code":"US"}"#)
    ])
    let error = await #expect(throws: ConstantContactError.self) {
      try await Walk.client(transport).account.updatePhysicalAddress { $0.city = "D" }
    }
    #expect(error?.code == .unreadableResponse)
    #expect(error?.message.contains("`address_line2`") == true)
  }

  @Test func unreadableDetailDoesNotBlockTheSummaryUpdate() async throws {
    let transport = ScriptedTransport([
      .json(200, #"{"encoded_account_id":"p1","first_name":{}}"#), .json(200, Fixture.anyResource),
    ])
    try await Walk.client(transport).account.updateSummary { $0.website = "x" }
    let sent = try #require(await transport.requests.last)
    #expect(Self.text(sent) == #"{"website":"x"}"#)
  }

  @Test(arguments: [
    PhysicalAddress(line1: "", city: "C", countryCode: "US"),
    PhysicalAddress(line1: String(repeating: "x", count: 81), city: "C", countryCode: "US"),
    PhysicalAddress(line1: "1", city: "", countryCode: "US"),
    PhysicalAddress(line1: "1", city: "C", countryCode: ""),
    PhysicalAddress(line1: "1", city: "C", stateCode: "Maine", countryCode: "US"),
  ])
  func addressOutsideLimitsIsRejected(address: PhysicalAddress) async throws {
    let transport = ScriptedTransport([])
    let error = await #expect(throws: ConstantContactError.self) {
      try await Walk.client(transport).account.replacePhysicalAddress(with: address)
    }
    #expect(error?.code == .invalidInput)
  }

  @Test func emailsAreFilteredByOneCondition() async throws {
    let transport = ScriptedTransport(Array(repeating: .json(200, "[]"), count: 4))
    let account = Walk.client(transport).account
    _ = try await account.emails().collect()
    _ = try await account.emails(.status(.unconfirmed)).collect()
    _ = try await account.emails(.role(.replyTo)).collect()
    _ = try await account.emails(.address("a+b@example.com")).collect()
    let queries = await transport.requests.map { $0.url.query(percentEncoded: true) }
    #expect(
      queries == [nil, "confirm_status=UNCONFIRMED", "role_code=REPLY_TO", "email_address=a%2Bb%40example.com"])
  }

  @Test func unknownRolesAreKept() async throws {
    let transport = ScriptedTransport([.json(200, #"[{"email_id":7,"roles":["CONTACT","NEW_ONE"]}]"#)])
    let emails = try await Walk.client(transport).account.emails().collect()
    #expect(emails.first?.id == "7")
    #expect(emails.first?.roles == [.contact, "NEW_ONE"])
  }

  @Test func descriptionsShowNoAddresses() async throws {
    let transport = ScriptedTransport([
      .json(200, #"[{"email_id":7,"email_address":"a@example.com"}]"#), .json(200, summary),
    ])
    let account = Walk.client(transport).account
    let shown: [Any] = [
      try await account.emails().collect(), try await account.summary(), AccountEmailFilter.address("a@example.com"),
    ]
    for value in shown {
      var text = "\(value) \(String(reflecting: value))"
      dump(value, to: &text)
      #expect(!text.contains("example.com"))
    }
  }

  @Test func invalidEmailAddressIsRejected() async throws {
    let error = await #expect(throws: ConstantContactError.self) {
      try await Walk.client(ScriptedTransport([])).account.addEmail("not-an-address")
    }
    #expect(error?.code == .invalidInput)
  }

  private static func text(_ request: TransportRequest) -> String? {
    guard case .bytes(let data)? = request.body else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}
