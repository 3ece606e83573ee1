#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Putting things into the account without a request.
extension FakeConstantContact {
  /// Adds a contact in any state and returns it with its id. Neither its lists nor its fields are checked, and an
  /// address that is taken moves over to the new contact.
  @discardableResult
  public func add(_ contact: Contact) -> Contact {
    let now = self.now
    let id = contact.id.isEmpty ? generator.uuid() : contact.id.lowercased()
    let record = contacts.add(id: id, now: now) { record in
      if let address = contact.address {
        let permission = contact.state == .deleted ? "implicit" : contact.state.rawValue
        let source = contact.optOutSource ?? contact.createSource ?? "Account"
        var email = ContactRecord.Email(address: address, permission: "", createdAt: now, updatedAt: now)
        email.change(to: permission, source: source, now: now)
        record.email = email
      }
      record.core["first_name"] = contact.firstName.map { .string($0) }
      record.core["last_name"] = contact.lastName.map { .string($0) }
      record.core["job_title"] = contact.jobTitle.map { .string($0) }
      record.core["company_name"] = contact.companyName.map { .string($0) }
      record.createSource = contact.createSource
      record.parts["custom_fields"] = contact.customFields.sorted { $0.key < $1.key }.map {
        ["custom_field_id": .string($0.key), "value": .string($0.value)]
      }
      // Being deleted takes a contact off its lists.
      record.parts["list_memberships"] = contact.state == .deleted ? [] : contact.lists.map { .string($0) }
      if contact.state == .deleted { record.deletedAt = now }
    }
    return Contact(record)
  }

  /// Adds a list and returns its id.
  @discardableResult
  public func add(list name: String, id: String? = nil) -> String {
    let id = id?.lowercased() ?? generator.uuid()
    listRecords.append(ListRecord(id: id, name: name, createdAt: now, updatedAt: now))
    return id
  }

  /// Adds a custom field and returns its id.
  @discardableResult
  public func add(customField label: String, type: String = "string", id: String? = nil) -> String {
    let id = id?.lowercased() ?? generator.uuid()
    fieldRecords.append(
      CustomFieldRecord(
        id: id,
        sequence: nextFieldSequence(),
        label: label,
        type: type,
        metadata: nil,
        version: 1,
        createdAt: now,
        updatedAt: now
      )
    )
    return id
  }

  /// Fills the account with lists, custom fields and made-up people in all states, the same for the same seed.
  ///
  /// - Parameters:
  ///   - count: How many contacts.
  ///   - seed: Decides names, states and memberships.
  public func seedSampleData(contacts count: Int, seed: UInt64 = 1) {
    var random = SplitMix64(seed: seed)
    let lists = ["Newsletter", "Customers", "Webinar"].map { add(list: $0) }
    let field = add(customField: "Favorite color")
    add(customField: "Middle name")
    for index in 0..<max(count, 0) {
      let first = Self.firstNames[Int(random.next() % UInt64(Self.firstNames.count))]
      let last = Self.lastNames[Int(random.next() % UInt64(Self.lastNames.count))]
      // Nine in ten may be mailed, as in an account that is looked after.
      let isOrdinary = random.next() % 10 < 9
      let states = isOrdinary ? [Contact.State.implicit, .explicit] : Contact.State.allCases
      add(
        Contact(
          address: "\(first).\(last).\(index)@example.com".lowercased(),
          state: states[Int(random.next() % UInt64(states.count))],
          firstName: first,
          lastName: last,
          lists: lists.filter { _ in random.next() % 2 == 0 },
          customFields: random.next() % 3 == 0 ? [field: "blue"] : [:]
        )
      )
    }
  }

  private static let firstNames = ["Ada", "Ben", "Chloe", "Dev", "Elif", "Femi", "Grace", "Hugo", "Ines", "Jun"]
  private static let lastNames = ["Abbott", "Brandt", "Costa", "Diallo", "Evans", "Fischer", "Gupta", "Haddad", "Ito"]
}
