import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Every filter, permission, property and kind of write, and the property that each value is read into.
extension JudgedWalkTests {
  static let uuids = (0..<9).map { "5b0c7a10-21d4-4f6e-9a53-00000000000\($0)" }
  static let contact = ContactID(uuids[0])
  static let list = ListID(uuids[1])
  static let field = CustomFieldID(uuids[2])

  @Test(arguments: ["full", "minimal"])
  func everyVariantConformsToTheContract(style: String) async throws {
    try await Judge.reset(style)
    let base = try #require(Judge.url)
    let client = Walk.client(SystemTransport.shared, baseURL: base)
    try await contacts(client, undeleted: Walk.client(UndeletingTransport(), baseURL: base))
    try await lists(client)
    try await customFields(client)
    #expect(try await Judge.report().violations.map(\.violation) == [])
  }

  /// Proves that the judge detects violations.
  @Test func judgeReportsViolations() async throws {
    try await Judge.reset("full")
    let body: [String: RawJSON] = ["first_name": .integer(1), "nickname": .string("A")]
    let wrong = try APIOperation<RawJSON>.json(
      .contactsCreate, query: [("colour", "blue")], body: JSONCoding.body(body))
    _ = try await Walk.client(SystemTransport.shared, baseURL: try #require(Judge.url)).send(wrong)
    #expect(try await Judge.report().violations.count == 3)
  }

  @Test func everyValueIsReadIntoItsProperty() async throws {
    try await Judge.reset("full")
    let client = Walk.client(SystemTransport.shared, baseURL: try #require(Judge.url))
    let parts = Set<Contact.Part>.all.map(\.rawValue).sorted().joined(separator: ",")
    let contact = try await client.send(
      .json(.contactsGet, path: [Self.contact.rawValue], query: [("include", parts)]) as APIOperation<RawJSON>)
    #expect(PropertyTable(contact) == PropertyTable(try await client.contacts.get(Self.contact, including: .all)))
    let list = try await client.send(.json(.listsGet, path: [Self.list.rawValue]) as APIOperation<RawJSON>)
    #expect(PropertyTable(list) == PropertyTable(try await client.lists.get(Self.list)))
    let field = try await client.send(.json(.customFieldsGet, path: [Self.field.rawValue]) as APIOperation<RawJSON>)
    #expect(PropertyTable(field) == PropertyTable(try await client.customFields.get(Self.field)))
  }

  private func contacts(_ client: ConstantContact, undeleted: ConstantContact) async throws {
    let api = client.contacts
    #expect(try await api.find(email: "a+b@example.com", including: .all) == nil)
    _ = try await api.list().firstPage()
    _ = try await api.list(Self.everyFilter, including: .all, pageSize: 500, countingAll: true).firstPage()
    _ = try await api.list(pageSize: 1).firstPage()
    _ = try await api.get(Self.contact)
    #expect(try await api.get(Self.contact, including: .all).unreadableFields.isEmpty)
    _ = try await api.create(Self.everyProperty)
    var named = NewContact(createSource: .contact)
    named.lastName = "Lee"
    _ = try await api.create(named)
    for permission: InitialPermission in [
      .implicit, .notSet, .pendingConfirmation, .unsubscribed, .explicit(.givenByContact),
    ] { _ = try await api.create(NewContact(email: "ann@example.com", permission: permission)) }

    try await unlessRefused {
      try await api.update(Self.contact, source: .contact, reviving: .reviving) { $0.firstName = "Ann" }
    }
    try await undeleted.contacts.update(Self.contact, consent: .givenByContact) { draft in
      draft.email = "ann@example.com"
      draft.permission = .explicit
      draft.details = Self.everyProperty.details
    }
    try await unlessRefused {
      try await undeleted.contacts.update(Self.contact) { draft in
        draft.email = nil
        draft.details = ContactDetails()
        draft.firstName = "Ann"
      }
    }
    try await unlessRefused {
      try await api.replace(
        Self.contact, with: ContactReplacement(email: "dlang@example.com"), consent: .givenByContact,
        reviving: .reviving)
    }
    try await undeleted.contacts.replace(Self.contact, with: Self.everyReplacement, consent: .givenByContact)
    try await unlessRefused { try await api.revive(Self.contact, onto: [Self.list]) }
    try await undeleted.contacts.unsubscribe(Self.contact, reason: "too many")
    try await api.delete(Self.contact)
  }

  /// Minimal responses have no permission, and a contact whose permission is unknown is not written.
  private func unlessRefused(_ call: () async throws -> Void) async throws {
    do {
      try await call()
    } catch let error as ConstantContactError
      where error.code == .unreadableResponse && error.message.contains("permission_to_send")
    {}
  }

  private func lists(_ client: ConstantContact) async throws {
    let api = client.lists
    _ = try await api.list().firstPage()
    for status: ListFilter.Status in [.all, .active, .deleted] {
      for channel: ListFilter.Channel in [.email, .sms] {
        var filter = ListFilter(name: "Tea & cake", status: status, membershipCount: .active)
        filter.channel = channel
        filter.countsSMSMemberships = true
        _ = try await api.list(filter, pageSize: 1000, countingAll: true).firstPage()
      }
    }
    #expect(try await api.find(named: "No such list") == nil)
    _ = try await api.get(Self.list)
    #expect(try await api.get(Self.list, counting: .all).unreadableFields.isEmpty)
    _ = try await api.create(ListDraft(name: "Newsletter"))
    _ = try await api.create(ListDraft(name: "Newsletter", description: "Weekly", isFavorite: true))
    try await api.update(Self.list) { $0 = ListDraft(name: "Other", isFavorite: true) }
    try await api.delete(Self.list)
  }

  private func customFields(_ client: ConstantContact) async throws {
    let api = client.customFields
    _ = try await api.list().firstPage()
    #expect(try await api.find(named: "No such field") == nil)
    _ = try await api.get(Self.field)
    _ = try await api.create(NewCustomField(label: "Fruit"))
    var field = NewCustomField(label: "Fruit", kind: .singleSelect)
    field.version = 2
    field.choices = [.init("Apple", displayOrder: 1), .init("Pear", displayOrder: 2)]
    field.metadata = CustomFieldMetadata()
    field.metadata?.displayType = "dropdown"
    field.metadata?.displayFormat = "MM/DD/YYYY"
    field.metadata?.currencyCode = "USD"
    field.metadata?.isInteger = false
    field.metadata?.decimalPlaces = 2
    field.metadata?.allowsNegative = true
    _ = try await api.create(field)
  }

  private static var everyFilter: ContactFilter {
    var filter = ContactFilter(
      email: "a+b@example.com",
      statuses: [.all, .active, .deleted, .notSet, .pendingConfirmation, .tempHold, .unsubscribed],
      lists: [list, ListID(uuids[3])])
    filter.tags = [TagID(uuids[4]), TagID(uuids[5])]
    filter.smsStatuses = [.all, .explicit, .unsubscribed, .pendingConfirmation, .notSet]
    filter.createdAfter = Date(timeIntervalSince1970: 1_700_000_000)
    filter.createdBefore = Date(timeIntervalSince1970: 1_700_000_000.25)
    filter.updatedAfter = Date(timeIntervalSince1970: 0)
    filter.updatedBefore = Date(timeIntervalSince1970: 4_000_000_000)
    filter.optedOutAfter = Date(timeIntervalSince1970: 1_700_000_000)
    filter.optedOutBefore = Date(timeIntervalSince1970: 1_800_000_000)
    return filter
  }

  private static var everyProperty: NewContact {
    var contact = NewContact(
      email: "ann@example.com", permission: .explicit(.givenByContact), createSource: .contact)
    contact.firstName = "Ann"
    contact.lastName = "Lee"
    contact.jobTitle = "Director"
    contact.companyName = "Acme"
    contact.birthdayMonth = 4
    contact.birthdayDay = 5
    contact.anniversary = "2006-11-15"
    contact.customFields = [
      ContactCustomField(field, value: "blue"),
      ContactCustomField(CustomFieldID(uuids[6]), choiceIDs: ["1", "9A63BC"]),
    ]
    contact.phoneNumbers = [
      PhoneNumber("+1 555 0100", kind: .home), PhoneNumber("555 0101", kind: .work),
      PhoneNumber("555 0102", kind: .mobile),
    ]
    contact.streetAddresses = [
      StreetAddress(
        kind: .work, street: "1 Main St", city: "Salem", state: "MA", postalCode: "01970", country: "US"),
      StreetAddress(kind: .home), StreetAddress(kind: .other, city: "Salem"),
    ]
    contact.listMemberships = [list]
    contact.taggings = [TagID(uuids[4])]
    contact.notes = [ContactNote("called")]
    return contact
  }

  private static var everyReplacement: ContactReplacement {
    let details = everyProperty.details
    var replacement = ContactReplacement(email: "ann@example.com", updateSource: .contact)
    replacement.permission = .explicit
    replacement.details = details
    replacement.streetAddresses = []
    replacement.notes = [ContactNote("called")]
    return replacement
  }
}

/// Removes the deletion date of the contacts that are read, so that they can be updated.
private struct UndeletingTransport: HTTPTransport {
  func send(_ request: TransportRequest) async throws -> TransportResponse {
    var response = try await SystemTransport.shared.send(request)
    guard request.operation == "contacts.get" else { return response }
    var contact: [String: RawJSON] = try JSONCoding.decode(response.body)
    contact["deleted_at"] = nil
    response.body = try JSONCoding.body(contact).data()
    return response
  }
}
