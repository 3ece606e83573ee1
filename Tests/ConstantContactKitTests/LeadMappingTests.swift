import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Where a lead's values go, and what is noted about the others.
@Suite struct LeadMappingTests {
  let clock = ManualClock(automatic: true)

  private func service() -> FakeConstantContact { FakeConstantContact(.init(time: clock.timeSource)) }

  @Test func sendsThreePhonesAndNotesTheFourth() async throws {
    var lead = Lead(email: "ann@example.com")
    lead.workPhone = "1"
    lead.personalPhone = "2"
    lead.homePhone = "3"
    lead.companyPhone = "4"
    let report = try await service().client().pusher().push(lead)
    #expect(
      report.contact?.phoneNumbers == [
        PhoneNumber("1", kind: .work), PhoneNumber("2", kind: .mobile), PhoneNumber("3", kind: .home),
      ])
    #expect(report.notes == [.notSent(field: "phone_numbers.other", reason: .limitReached)])
    lead.workEmail = "bob@example.com"
    lead.homePhone = "1"
    let other = try await service().client().pusher().push(lead)
    #expect(other.contact?.phoneNumbers?.last == PhoneNumber("4", kind: .other))
    #expect(other.notes == [])
  }

  @Test func secondEmailAddressIsNoted() async throws {
    let pusher = try await service().client().pusher()
    var lead = Lead(email: "ann@example.com")
    lead.personalEmail = "ann@home.example"
    #expect(try await pusher.push(lead).notes == [.notSent(field: "email_address", reason: .secondEmail)])
    lead.workEmail = "n/a"
    #expect(try await pusher.push(lead).notes == [.notSent(field: "email_address", reason: .invalid)])
    lead.workEmail = "Bob@example.com"
    lead.personalEmail = "bob@example.com"
    #expect(try await pusher.push(lead).notes == [])
  }

  @Test func addressesHaveTheKindOfTheirOwner() async throws {
    let service = service()
    var lead = Lead(email: "ann@example.com")
    lead.address.city = "Waltham"
    lead.companyAddress.city = "Boston"
    let client = try await service.client()
    var kinds = try await client.pusher().push(lead).contact?.streetAddresses?.map(\.kind)
    #expect(kinds == [.home, .work])
    lead.workEmail = "bob@example.com"
    kinds = try await client.pusher { $0.addressKind = .work }.push(lead).contact?.streetAddresses?.map(\.kind)
    #expect(kinds == [.work, .other])
  }

  @Test func faxGoesToACustomField() async throws {
    let service = service()
    let client = try await service.client()
    var lead = Lead(email: "ann@example.com")
    lead.fax = "555 0101"
    #expect(
      try await client.pusher().push(lead).notes == [.notSent(field: "custom_fields.Fax", reason: .noCustomField)])
    lead.workEmail = "bob@example.com"
    let report = try await client.pusher { $0.createsCustomFields = true }.push(lead)
    #expect(report.contact?.customFields?.map(\.value) == ["555 0101"])
    #expect(await Array(service.customFields.values) == ["Fax"])
  }

  @Test func identifiersAreNeverTruncated() async throws {
    let service = service()
    await service.add(customField: "Amount", type: "number")
    var lead = Lead(email: "ann@example.com")
    lead.workPhone = String(repeating: "5", count: 26)
    lead.address.city = String(repeating: "x", count: 51)
    lead.address.postalCode = String(repeating: "0", count: 51)
    lead.customFields = ["Amount": String(repeating: "1", count: 256)]
    let client = try await service.client()
    guard case .failed(let error) = try await client.pusher().push(lead).outcome else {
      throw TestFailure("not failed")
    }
    #expect(error.message == "`phone_numbers.work` is 26 characters; the limit is 25")
    let report = try await client.pusher { $0.overlongValue = .truncate }.push(lead)
    #expect(report.contact?.phoneNumbers == [] || report.contact?.phoneNumbers == nil)
    #expect(report.contact?.streetAddresses?.first?.postalCode == nil)
    #expect(
      report.notes == [
        .notSent(field: "phone_numbers.work", reason: .tooLong(limit: 25)),
        .truncated(field: "street_addresses.home.city", limit: 50),
        .notSent(field: "street_addresses.home.postal_code", reason: .tooLong(limit: 50)),
        .notSent(field: "custom_fields.Amount", reason: .tooLong(limit: 255)),
      ])
  }

  @Test(arguments: [
    ("2006-11-15", "2006-11-15"), ("2006/1/5", "2006-01-05"), ("11/15/2006", "2006-11-15"), ("1-5-2006", "2006-01-05"),
    ("2008-02-29", "2008-02-29"), ("2006-02-29", nil), ("15/11/2006", nil), ("2006-11", nil), ("06-11-15", nil),
    ("2006-11/15", nil), ("soon", nil), ("99999999999999999999-1-1", nil), ("٢٠٠٦-11-15", nil), ("2006--1", nil),
  ])
  func anniversaryIsChecked(text: String, expected: String?) async throws {
    let service = service()
    let client = try await service.client()
    var lead = Lead(email: "ann@example.com")
    lead.anniversary = text
    if expected == nil {
      guard case .failed(let error) = try await client.pusher().push(lead).outcome else { throw TestFailure(text) }
      #expect(error.code == .invalidInput && error.invalidField?.name == "anniversary")
      #expect(await service.requests.isEmpty)
    }
    let report = try await client.pusher { $0.overlongValue = .truncate }.push(lead)
    #expect(report.contact?.anniversary == expected)
    #expect(report.notes == (expected == nil ? [.notSent(field: "anniversary", reason: .invalid)] : []))
  }

  @Test func birthdayIsChecked() async throws {
    let service = service()
    let client = try await service.client()
    var lead = Lead(email: "ann@example.com")
    for (month, day) in [(2, 30), (13, 1), (0, 1), (4, 31), (1, nil), (nil, 1), (Int.max, Int.min)] as [(Int?, Int?)] {
      (lead.birthdayMonth, lead.birthdayDay) = (month, day)
      guard case .failed(let error) = try await client.pusher().push(lead).outcome else { throw TestFailure("\(lead)") }
      #expect(error.code == .invalidInput && error.invalidField?.name == "birthday_day")
    }
    #expect(await service.requests.isEmpty)
    (lead.birthdayMonth, lead.birthdayDay) = (2, 29)
    let contact = try await client.pusher().push(lead).contact
    #expect(contact?.birthdayMonth == 2 && contact?.birthdayDay == 29)
  }

  @Test func leadsAreCodable() throws {
    var lead = Lead(email: "ann@example.com", firstName: "Ann")
    lead.companyAddress.postalCode = "02451"
    lead.customFields = ["Color": "blue"]
    lead.birthdayMonth = 2
    let data = try JSONEncoder().encode(lead)
    #expect(try JSONDecoder().decode(Lead.self, from: data) == lead)
    let json = String(decoding: data, as: UTF8.self)
    #expect(json.contains(#""work_email":"ann@example.com""#) && json.contains(#""postal_code":"02451""#))
    #expect(try JSONDecoder().decode(Lead.self, from: Data("{}".utf8)) == Lead())
  }
}
