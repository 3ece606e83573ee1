import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Request models can be stored and restored.
@Suite struct RequestModelTests {
  private func expectRoundTrip(_ value: some Codable & Equatable) throws {
    let restored = try JSONDecoder().decode(type(of: value), from: JSONEncoder().encode(value))
    #expect(restored == value, "\(type(of: value))")
  }

  private static var details: ContactDetails {
    ContactDetails {
      $0.firstName = "Ann"
      $0.birthdayMonth = 2
      $0.birthdayDay = 29
      $0.customFields = [ContactCustomField("f", value: "blue"), ContactCustomField("g", choiceIDs: ["000001"])]
      $0.phoneNumbers = [PhoneNumber("555 0100", kind: .work)]
      $0.streetAddresses = []
      $0.listMemberships = ["1"]
    }
  }

  @Test func contacts() throws {
    var new = NewContact(email: "ann@example.com", permission: .explicit(.givenByContact), createSource: .contact)
    new.details = Self.details
    new.notes = [ContactNote("Met at the fair.")]
    try expectRoundTrip(new)
    var replacement = ContactReplacement(email: "ann@example.com")
    replacement.details = Self.details
    replacement.notes = []
    try expectRoundTrip(replacement)
    try expectRoundTrip(Self.details)
    let contact = Contact {
      $0.details = Self.details
      $0.email = ContactEmail { $0.permissionToSend = .unsubscribed }
    }
    try expectRoundTrip(contact)
    try expectRoundTrip(ContactDraft(contact))
    #expect(contact.firstName == "Ann" && contact.phoneNumbers?.count == 1 && contact.taggings == nil)
    var filter = ContactFilter(email: "ann@example.com", statuses: [.all], lists: ["1"])
    filter.updatedAfter = Date(timeIntervalSince1970: 1_700_000_000)
    try expectRoundTrip(filter)
  }

  @Test func signUps() throws {
    var form = SignUpForm(email: "ann@example.com", lists: ["1", "2"])
    form.firstName = "Ann"
    form.birthdayMonth = 4
    form.birthdayDay = 5
    form.phoneNumber = "555 0100"
    form.customFields["f"] = "blue"
    form.streetAddress = StreetAddress(kind: .home, city: "Salem")
    var consent = SMSSignUp.Consent(permission: .explicit, mediumType: "MD", mediumURL: "", mediumDetails: "form")
    consent.advertisedInterval = .monthly
    form.smsChannel = SMSSignUp(address: "5550100", dialCode: "1", countryCode: "US", consents: [consent])
    try expectRoundTrip(form)
    var text = "\(form)"
    dump(form, to: &text)
    #expect(!text.contains("Ann") && !text.contains("5550100"))
  }

  @Test func signUpTakesNoChoices() async throws {
    let scripted = ScriptedClient()
    var form = SignUpForm(email: "ann@example.com", lists: ["1"])
    form.customFields.set(ContactCustomField("f", choiceIDs: ["1"]))
    let error = try await failure { [form] in
      try await scripted.client.contacts.recordSignUp(form, consent: .givenByContact)
    }
    #expect(error?.code == .invalidInput)
    #expect(error?.message.contains("`choice_ids`") == true)
  }

  @Test func listsTagsFieldsAndSegments() throws {
    try expectRoundTrip(ListDraft(name: "Newsletter", description: "Weekly", isFavorite: nil))
    try expectRoundTrip(ListFilter(name: "Newsletter", status: .active))
    try expectRoundTrip(NewContactTag(name: "Regular", source: "Till"))
    try expectRoundTrip(SegmentDraft(name: "Sleepers", criteria: SegmentCriteria(text: "{}")))
    var field = NewCustomField(label: "Fruit", kind: .singleSelect)
    field.metadata = CustomFieldMetadata { $0.displayType = .radio }
    field.choices = [CustomFieldChoice("Apple", displayOrder: 1)]
    try expectRoundTrip(field)
  }

  @Test func exports() throws {
    let sources: [ContactExport.Source] = [
      .all, .contacts(["1"]), .lists(["1", "2"]), .tags(["3"]), .segment("14"), .newSubscribers(),
      .newSubscribers(on: ["1"]),
    ]
    for source in sources {
      var export = ContactExport(source, status: .active)
      export.excluded = ["9"]
      export.fields = [.emailAddress, .emailOptOutReason]
      try expectRoundTrip(export)
    }
    try expectRoundTrip(ContactExport())
  }

  @Test func importedContacts() throws {
    var contact = ImportedContact(email: "ann@example.com", firstName: "Ann", lastName: "Lee")
    (contact.birthdayMonth, contact.birthdayDay, contact.anniversary) = (2, 29, "2006-11-15")
    (contact.phone, contact.homePhone, contact.mobilePhone) = ("1", "2", "3")
    contact.homeAddress = ImportedAddress(street: "1 Main St", street2: "Flat 2", postalCode: "02451")
    contact.otherAddress = ImportedAddress(country: "CA")
    contact.customFields = ["colour": "blue", "size": "44"]
    (contact.smsNumber, contact.smsConsentDate) = ("5085550104", "07-03-2025")
    try expectRoundTrip(contact)
    try expectRoundTrip(ImportedContact())
    try expectRoundTrip(ImportedAddress(city: "Salem"))
    // Unknown properties survive, too.
    let json = #"{"email":"a@example.com","cf:colour":"blue","cf:odd":[],"shoe_size":44}"#
    let decoded = try JSONDecoder().decode(ImportedContact.self, from: Data(json.utf8))
    #expect(decoded.customFields == ["colour": "blue"])
    #expect(decoded.additionalFields.unknown == ["shoe_size": .integer(44)])
    try expectRoundTrip(decoded)
  }
}
