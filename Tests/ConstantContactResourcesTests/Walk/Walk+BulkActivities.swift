import ConstantContactKit
import Foundation

extension Walk {
  private static let contact: ContactID = "1a2b3c4d-0000-11ee-8000-000000000001"
  private static let list: ListID = "1a2b3c4d-0000-11ee-8000-00000000000a"
  private static let otherList: ListID = "1a2b3c4d-0000-11ee-8000-0000000000aa"
  private static let tag: TagID = "1a2b3c4d-0000-11ee-8000-00000000000b"

  static let activities: [Step] =
    [
      Step(.activitiesList) { try await $0.activities.list(state: .timedOut, pageSize: 25).allPages() },
      Step(.activitiesGet) { try await $0.activities.get("5b0c7a10-21d4-4f6e-9a53-000000000006") },
      Step(.activitiesImportContacts) {
        try await $0.activities.importContacts(
          [imported, otherImported], onto: [list, otherList], smsPermission: .explicit)
      },
      Step(.activitiesImportCSV) {
        try await $0.activities.importCSV(
          Data("email,first_name\r\nann@example.com,Ann\r\n".utf8), fileName: "June.csv", onto: [list, otherList],
          smsPermission: .notSet)
      },
      Step(.activitiesExportedCSV) { try await $0.activities.exportedCSV(of: "5b0c7a10-21d4-4f6e-9a53-000000000006") },
    ]
    + exports.map { export in Step(.activitiesExportContacts) { try await $0.activities.exportContacts(export) } }
    + [
      Step(.activitiesDeleteContacts) { try await $0.activities.deleteContacts([contact]) },
      Step(.activitiesDeleteContacts) { try await $0.activities.deleteContacts(onLists: [list]) },
      Step(.activitiesAddContacts) {
        try await $0.activities.addContacts(.allActive, to: [list], excluding: [contact])
      },
      Step(.activitiesRemoveContacts) {
        try await $0.activities.removeContacts(.lists([otherList]), from: [list], excluding: [contact])
      },
      Step(.activitiesAddTags) { try await $0.activities.addTags([tag], to: .allActive, excluding: [contact]) },
      Step(.activitiesRemoveTags) {
        try await $0.activities.removeTags([tag], from: .lists([list]), excluding: [contact])
      },
      Step(.activitiesDeleteLists) { try await $0.activities.deleteLists([list, otherList]) },
      Step(.activitiesDeleteTags) { try await $0.activities.deleteTags([tag]) },
      Step(.activitiesDeleteCustomFields) {
        try await $0.activities.deleteCustomFields(["1a2b3c4d-0000-11ee-8000-00000000000c"])
      },
    ]
    + additions.map { source in Step(.activitiesAddContacts) { try await $0.activities.addContacts(source, to: [list]) }
    }
    + removals.map { source in
      Step(.activitiesRemoveContacts) { try await $0.activities.removeContacts(source, from: [list]) }
    }
    + taggings.map { source in
      Step(.activitiesRemoveTags) { try await $0.activities.removeTags([tag], from: source) }
    } + [Step(.activitiesRemoveTags) { try await $0.activities.removeTags([tag], from: .allActive) }]
    + taggings.map { source in Step(.activitiesAddTags) { try await $0.activities.addTags([tag], to: source) } }

  private static let additions: [ListAdditionSource] = [
    .contacts([contact]), .lists([otherList]), .tags([tag]), .segment("14"), .engagement(.high),
  ]
  private static let removals: [ListRemovalSource] = [
    .contacts([contact]), .tags([tag]), .engagement(.unqualified), .allActive,
  ]
  private static let taggings: [TaggingSource] = [.contacts([contact]), .lists([list]), .tags([tag]), .newSubscribers]

  private static let exports: [ContactExport] = {
    var lists = ContactExport(.lists([list]))
    lists.excluded = [contact]
    lists.fields = [.emailAddress, .emailOptOutReason]
    return [
      ContactExport(), ContactExport(.contacts([contact]), status: .unsubscribed), lists, ContactExport(.tags([tag])),
      ContactExport(.segment("14")), ContactExport(.newSubscribers(on: [list])),
    ]
  }()

  private static var otherImported: ImportedContact {
    var contact = ImportedContact(email: "bea@example.com")
    contact.phone = "555-555-0100"
    contact.otherPhone = "555-555-0104"
    return contact
  }

  private static var imported: ImportedContact {
    var contact = ImportedContact(email: "ann@example.com", firstName: "Ann", lastName: "Lee")
    contact.jobTitle = "Director"
    contact.companyName = "Acme"
    contact.birthdayMonth = 2
    contact.birthdayDay = 29
    contact.anniversary = "2006-11-15"
    contact.homePhone = "555-555-0101"
    contact.workPhone = "555-555-0102"
    contact.mobilePhone = "555-555-0103"
    let address = ImportedAddress(
      street: "1 Main St", street2: "Flat 2", city: "Waltham", state: "MA", postalCode: "02451", country: "US")
    contact.homeAddress = address
    contact.workAddress = address
    contact.otherAddress = address
    // The contract writes a custom field's name as a property of that name.
    contact.customFields = ["custom_field_name": "blue"]
    contact.smsNumber = "5085550104"
    contact.smsConsentDate = "07-03-2025"
    return contact
  }
}
