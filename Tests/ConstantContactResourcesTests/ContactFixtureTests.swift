import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct ContactFixtureTests {
  static let names = try? FileManager.default.contentsOfDirectory(
    at: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures"),
    includingPropertiesForKeys: nil
  ).map { $0.deletingPathExtension().lastPathComponent }.filter { $0.hasPrefix("contact-") }.sorted()

  @Test func everyShapeIsAContact() throws {
    let names = try #require(Self.names)
    #expect(names.count == 11)
    for name in names {
      let contact = try Fixture.decode(name, as: Contact.self)
      #expect(!contact.id.rawValue.isEmpty, "\(name)")
      #expect(contact.unreadableFields.isEmpty == (name != "contact-unreadable"), "\(name)")
    }
  }

  @Test func withoutAnAddress() throws {
    let contact = try Fixture.decode("contact-sms-only", as: Contact.self)
    #expect(contact.email == nil)
    #expect(contact.state == .notSet)
    #expect(contact.phoneNumbers == nil)
    let channel = try #require(contact.smsChannel)
    #expect(channel.dialCode == "1")
    #expect(channel.address == "5550100")
    #expect(channel.consents?.first?.permission == "explicit")
    #expect(channel.consents?.first?.advertisedFrequency == 4)
    #expect(!"\(contact) \(channel)".contains("5550100"))
  }

  @Test func deletedOnADateWithoutATime() throws {
    let contact = try Fixture.decode("contact-deleted", as: Contact.self)
    #expect(contact.state == .deleted)
    #expect(contact.deletedAt?.text == "2026-05-06")
    #expect(contact.deletedAt?.date == Date(timeIntervalSince1970: 1_778_025_600))
    #expect(contact.listMemberships == [])
  }

  @Test func fieldsWithChoices() throws {
    let contact = try Fixture.decode("contact-select-field", as: Contact.self)
    #expect(contact.customFields?.map(\.value) == [nil, nil])
    #expect(contact.customFields?.map(\.choiceIDs) == [["9A63BC"], nil])
    let mixed = try Fixture.decode("contact-choice-ids", as: Contact.self)
    #expect(mixed.customFields?.first?.choiceIDs == ["7", "9A63BC", "000001"])
  }

  @Test func nullsAreNothing() throws {
    let contact = try Fixture.decode("contact-nulls", as: Contact.self)
    #expect(contact.jobTitle == nil && contact.firstName == nil && contact.birthdayMonth == nil)
    #expect(contact.customFields == nil && contact.taggings == nil)
    #expect(contact.phoneNumbers == [])
    #expect(contact.streetAddresses?.first?.country == "us")
    #expect(contact.streetAddresses?.first?.city == nil)
  }

  @Test func moreThanTheContractAllows() throws {
    #expect(try Fixture.decode("contact-long-name", as: Contact.self).firstName?.count == 51)
    #expect(try Fixture.decode("contact-26-fields", as: Contact.self).customFields?.last?.value == "value 25")
  }

  @Test func oddDatesKeepTheirText() throws {
    let contact = try Fixture.decode("contact-odd-dates", as: Contact.self)
    let email = try #require(contact.email)
    #expect(email.createdAt?.date == Date(timeIntervalSince1970: 1_674_482_963))
    #expect(try abs(#require(email.updatedAt?.date).timeIntervalSince1970 - 1_770_276_769.766) < 0.001)
    #expect(email.optInDate?.text == "2016-03-03T10:53:04-05:0")
    #expect(email.optOutDate?.text == "1770000000")
    #expect(contact.createdAt?.date == Date(timeIntervalSince1970: 1_457_020_384))
    #expect(contact.updatedAt?.text == "some day")
    #expect(contact.updatedAt?.date == nil)
  }

  @Test func unknownValuesAreKept() throws {
    let contact = try Fixture.decode("contact-unknown-values", as: Contact.self)
    #expect(contact.email?.permissionToSend == "vip")
    #expect(contact.email?.confirmStatus == "sort_of")
    #expect(contact.state == .other)
    #expect(contact.createSource == "Robot")
    #expect(contact.phoneNumbers?.first?.kind == "pager")
    #expect(contact.streetAddresses?.first?.kind == "billing")
  }

  @Test func numbersWhereTextBelongs() throws {
    let contact = try Fixture.decode("contact-number-ids", as: Contact.self)
    #expect(contact.id == "1234567890123")
    #expect(contact.phoneNumbers?.first?.number == "15550100")
    #expect(contact.phoneNumbers?.first?.id == "11")
    #expect(contact.listMemberships == ["21", "22"])
    #expect(contact.taggings == ["31"])
    #expect(contact.notes?.first?.id == "41")
    #expect(contact.birthdayMonth == 4 && contact.birthdayDay == 5)
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let contact = try Fixture.decode("contact-unreadable", as: Contact.self)
    #expect(
      contact.unreadableFields == [
        "email_address", "first_name", "birthday_month", "custom_fields", "phone_numbers", "street_addresses",
        "taggings",
      ])
    #expect(contact.email?.address == "ann@example.com")
    #expect(contact.listMemberships?.count == 1)
  }
}
