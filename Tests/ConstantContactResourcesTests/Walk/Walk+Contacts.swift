import ConstantContactKit

extension Walk {
  static let contacts: [Step] = [
    Step(.contactsList) { client in
      var filter = ContactFilter(
        email: "ann+news@example.com", statuses: [.active, .unsubscribed],
        lists: ["1a2b3c4d-0000-11ee-8000-00000000000a"])
      filter.tags = ["1a2b3c4d-0000-11ee-8000-00000000000b"]
      filter.smsStatuses = [.explicit]
      filter.createdAfter = Timestamp(text: "2026-01-02T03:04:05Z")
      filter.createdBefore = Timestamp(text: "2026-01-03T03:04:05.678Z")
      filter.updatedAfter = Timestamp(text: "2026-01-04T03:04:05Z")
      filter.updatedBefore = Timestamp(text: "2026-01-05T03:04:05Z")
      filter.optedOutAfter = Timestamp(text: "2026-01-06T03:04:05Z")
      filter.optedOutBefore = Timestamp(text: "2026-01-07T03:04:05Z")
      return try await client.contacts.list(filter, including: .all, pageSize: 25, countingAll: true).allPages()
    },
    Step(.contactsList) { try await $0.contacts.list(inSegment: "14", pageSize: 25).allPages() },
    Step(.contactsCreate) { client in
      var contact = NewContact(email: "ann@example.com", permission: .explicit(.givenByContact), createSource: .contact)
      contact.details = details
      contact.notes = [ContactNote("Met at the fair.")]
      return try await client.contacts.create(contact)
    },
    Step(.contactsGet) { try await $0.contacts.get("1a2b3c4d-0000-11ee-8000-000000000001", including: .all) },
    Step(.contactsReplace) { client in
      try await client.contacts.update("1a2b3c4d-0000-11ee-8000-000000000001", reviving: .reviving) { draft in
        draft.details = details
        draft.optOutReason = "Too many letters."
      }
    },
    Step(.contactsReplace) { client in
      var replacement = ContactReplacement(email: "ann@example.com")
      replacement.firstName = "Ann"
      replacement.birthdayMonth = 11
      replacement.birthdayDay = 24
      replacement.phoneNumbers = .set(details.phoneNumbers)
      replacement.streetAddresses = .clear
      replacement.customFields = .set(details.customFields)
      replacement.listMemberships = .set(details.listMemberships)
      replacement.taggings = .set(details.taggings)
      replacement.notes = [ContactNote("Moved.")]
      return try await client.contacts.replace(
        "1a2b3c4d-0000-11ee-8000-000000000001", with: replacement, reviving: .reviving)
    },
    Step(.contactsRecordSignUp) { client in
      var form = SignUpForm(email: "ann@example.com", lists: ["1a2b3c4d-0000-11ee-8000-00000000000a"])
      form.firstName = "Ann"
      form.lastName = "Lee"
      form.jobTitle = "Director"
      form.companyName = "Acme"
      form.phoneNumber = "+1 555 0100"
      form.birthdayMonth = 2
      form.birthdayDay = 29
      form.anniversary = "11/15/2006"
      form.streetAddress = details.streetAddresses[0]
      form.customFields = [SignUpForm.Field("1a2b3c4d-0000-11ee-8000-00000000000c", value: "blue")]
      var consent = SMSSignUp.Consent(
        permission: "explicit", mediumType: "MD", mediumURL: "https://www.example.com/join", mediumDetails: "form")
      consent.advertisedFrequency = 3
      consent.advertisedInterval = "monthly"
      form.smsChannel = SMSSignUp(address: "5550100", dialCode: "1", countryCode: "US", consents: [consent])
      return try await client.contacts.recordSignUp(form, consent: .givenByContact)
    },
    Step(.contactsResubscribe) { client in
      try await client.contacts.askToResubscribe(
        "1a2b3c4d-0000-11ee-8000-000000000001", to: ["1a2b3c4d-0000-11ee-8000-00000000000a"])
    },
    Step(.contactsCounts) { try await $0.contacts.counts(newSubscribers: true) },
    Step(.contactsCrossReferences) { try await $0.contacts.crossReferences(ofV2: ["1995998026", "1882999944"]) },
    Step(.contactsSMSHistory) {
      try await $0.contacts.smsHistory(of: "1a2b3c4d-0000-11ee-8000-000000000001").allPages()
    },
    Step(.contactsDelete) { try await $0.contacts.delete("1a2b3c4d-0000-11ee-8000-000000000001") },
  ]

  private static var details: ContactDetails {
    var details = ContactDetails()
    details.firstName = "Ann"
    details.lastName = "Lee"
    details.jobTitle = "Director"
    details.companyName = "Acme"
    details.birthdayMonth = 2
    details.birthdayDay = 29
    details.anniversary = "2006-11-15"
    details.customFields = [
      ContactCustomField("1a2b3c4d-0000-11ee-8000-00000000000c", value: "blue"),
      ContactCustomField("1a2b3c4d-0000-11ee-8000-00000000000d", choiceIDs: ["7"]),
    ]
    details.phoneNumbers = [PhoneNumber("+1 555 0100", kind: .work)]
    details.streetAddresses = [
      StreetAddress(
        kind: .home, street: "1 Main St", city: "Waltham", state: "MA", postalCode: "02451", country: "US")
    ]
    details.listMemberships = ["1a2b3c4d-0000-11ee-8000-00000000000a"]
    details.taggings = ["1a2b3c4d-0000-11ee-8000-00000000000b"]
    return details
  }
}

extension PagedSequence {
  /// The first page: the judge's cursors lead nowhere else.
  func firstPage() async throws -> PagedSequence<Element>.Page? {
    for try await page in pages { return page }
    return nil
  }

  /// Every page, with its total and what could not be read.
  func allPages() async throws -> [PagedSequence<Element>.Page] {
    var all: [PagedSequence<Element>.Page] = []
    for try await page in pages { all.append(page) }
    return all
  }
}
