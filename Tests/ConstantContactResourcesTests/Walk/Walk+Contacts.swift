import ConstantContactKit
import Foundation

extension Walk {
  static let contacts: [Step] = [
    Step(.contactsList) { client in
      var filter = ContactFilter(
        email: "ann+news@example.com", statuses: [.active, .unsubscribed],
        lists: ["1a2b3c4d-0000-11ee-8000-00000000000a"])
      filter.tags = ["1a2b3c4d-0000-11ee-8000-00000000000b"]
      filter.smsStatuses = [.explicit]
      filter.createdAfter = Date(timeIntervalSince1970: 1767323045)
      filter.createdBefore = Date(timeIntervalSince1970: 1767409445.678)
      filter.updatedAfter = Date(timeIntervalSince1970: 1767495845)
      filter.updatedBefore = Date(timeIntervalSince1970: 1767582245)
      filter.optedOutAfter = Date(timeIntervalSince1970: 1767668645)
      filter.optedOutBefore = Date(timeIntervalSince1970: 1767755045)
      return try await client.contacts.list(filter, including: .all, pageSize: 25, countingAll: true).firstPage()
    },
    Step(.contactsList) { try await $0.contacts.list(inSegment: "14", pageSize: 25).firstPage() },
    Step(.contactsCreate) { client in
      var contact = NewContact(email: "ann@example.com", permission: .explicit(.givenByContact), createSource: .contact)
      contact.details = details
      contact.notes = [ContactNote("Met at the fair.")]
      contact.smsChannel = smsChannel
      return try await client.contacts.create(contact)
    },
    Step(.contactsGet) { try await $0.contacts.get("1a2b3c4d-0000-11ee-8000-000000000001", including: .all) },
    Step(.contactsReplace) { client in
      try await client.contacts.update("1a2b3c4d-0000-11ee-8000-000000000001", reviving: .reviving) { draft in
        draft.details = details
        draft.permission = .unsubscribed
        draft.optOutReason = "Too many letters."
        draft.smsChannel = smsChannel
      }
    },
    Step(.contactsReplace) { client in
      var replacement = ContactReplacement(email: "ann@example.com")
      replacement.permission = .explicit
      replacement.firstName = "Ann"
      replacement.birthdayMonth = 11
      replacement.birthdayDay = 24
      replacement.phoneNumbers = details.phoneNumbers
      replacement.streetAddresses = []
      replacement.customFields = details.customFields
      replacement.listMemberships = details.listMemberships
      replacement.taggings = details.taggings
      replacement.notes = [ContactNote("Moved.")]
      replacement.smsChannel = smsChannel
      return try await client.contacts.replace(
        "1a2b3c4d-0000-11ee-8000-000000000001", with: replacement, consent: .givenByContact, reviving: .reviving)
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
      form.streetAddress = details.streetAddresses?.first
      form.customFields["1a2b3c4d-0000-11ee-8000-00000000000c"] = "blue"
      var consent = SMSSignUp.Consent(
        permission: "explicit", mediumType: "MD", mediumURL: "https://www.example.com/join", mediumDetails: "form")
      consent.advertisedFrequency = 3
      consent.advertisedInterval = "monthly"
      form.smsChannel = SMSSignUp(address: "5550100", dialCode: "1", countryCode: "US", consents: [consent])
      return try await client.contacts.recordSignUp(form, consent: .givenByContact)
    },
    Step(.contactsResubscribe) { client in
      try await client.contacts.requestResubscription(
        "1a2b3c4d-0000-11ee-8000-000000000001", to: ["1a2b3c4d-0000-11ee-8000-00000000000a"])
    },
    Step(.contactsCounts) { try await $0.contacts.counts(newSubscribers: true) },
    Step(.contactsCrossReferences) { try await $0.contacts.crossReferences(forV2IDs: ["1995998026", "1882999944"]) },
    Step(.contactsSMSHistory) {
      try await $0.contacts.smsHistory(of: "1a2b3c4d-0000-11ee-8000-000000000001").allPages()
    },
    Step(.contactsDelete) { try await $0.contacts.delete("1a2b3c4d-0000-11ee-8000-000000000001") },
  ]

  private static let smsChannel = NewSMSChannel(
    "17815551212", consents: [.init(.explicit(.givenByContact), mediumDetails: "The form on the counter.")])

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
  /// The first page: the judge's cursors lead nowhere else, and its totals promise more than it has.
  func firstPage() async throws -> PagedSequence<Element>.Page? {
    for try await page in pages { return page }
    return nil
  }

  /// Every page, with its total and what could not be read.
  func allPages() async throws -> [PagedSequence<Element>.Page] {
    var all: [PagedSequence<Element>.Page] = []
    for try await page in pages {
      all.append(page)
      if Walk.deliversFirstPageOnly { break }
    }
    return all
  }
}
