internal import ConstantContactCore
internal import ConstantContactResources

extension LeadImport {
  /// The row for a lead; `nil` when an import cannot hold it.
  ///
  /// Custom fields are resolved, and created when the options request it.
  static func row(for lead: PreparedLead, by pusher: ContactPusher) async throws -> Row? {
    guard case .ready(let contact) = lead.state, canHold(lead) else { return nil }
    let delivery = ContactDelivery(lead, contact, by: pusher)
    let (resolved, notes) = try await pusher.waitingForQuota { try await delivery.resolved() }
    var row = ImportedContact(resolved)
    for value in resolved.customFields {
      // How an import names several choices is not documented.
      guard let text = value.value, value.choiceIDs?.isEmpty ?? true,
        let name = await pusher.directory.knownField(value.id)?.name
      else { return nil }
      row.customFields[name] = text
    }
    guard row.customFields.count <= maximumCustomFields else { return nil }
    return Row(lead: lead, contact: row, notes: notes)
  }

  /// The bytes that a lead takes in an import, at most; `nil` when an import cannot hold it. Nothing is created.
  static func estimatedSize(
    of lead: PreparedLead, by pusher: ContactPusher, unknownNames: inout Set<String>
  ) async throws -> Int? {
    guard case .ready(let contact) = lead.state else { return nil }
    var row = ImportedContact(contact)
    var isHeld = canHold(lead)
    // All names are looked at: a lead that an import cannot hold may create fields, too.
    for (name, text) in lead.customFields {
      guard let field = try await pusher.directory.field(named: name, creating: false) else {
        unknownNames.insert(name.lowercased())
        if pusher.options.createsCustomFields { row.customFields[name] = text }
        continue
      }
      if field.kind != .singleSelect, field.kind != .multiSelect, let name = field.name {
        row.customFields[name] = text
      } else {
        isHeld = false
      }
    }
    return isHeld && row.customFields.count <= maximumCustomFields ? row.encodedSizeBound : nil
  }

  private static let maximumCustomFields = 25

  private static func canHold(_ lead: PreparedLead) -> Bool {
    // 50 characters, not the 80 of a contact.
    (lead.email?.unicodeScalars.count ?? .max) <= 50
  }
}

extension ImportedContact {
  /// Creates a contact to import from one to create, without custom fields.
  init(_ contact: NewContact) {
    self.init(email: contact.email, firstName: contact.firstName, lastName: contact.lastName)
    jobTitle = contact.jobTitle
    companyName = contact.companyName
    birthdayMonth = contact.birthdayMonth
    birthdayDay = contact.birthdayDay
    anniversary = contact.anniversary
    for phone in contact.phoneNumbers {
      switch phone.kind {
      case .home: homePhone = phone.number
      case .work: workPhone = phone.number
      case .mobile: mobilePhone = phone.number
      default: otherPhone = phone.number
      }
    }
    for address in contact.streetAddresses {
      let imported = ImportedAddress(
        street: address.street, city: address.city, state: address.state, postalCode: address.postalCode,
        country: address.country)
      switch address.kind {
      case .home: homeAddress = imported
      case .work: workAddress = imported
      default: otherAddress = imported
      }
    }
  }

  private var texts: [(name: String, value: String?)] {
    [
      ("first_name", firstName), ("last_name", lastName), ("job_title", jobTitle), ("company_name", companyName),
      ("anniversary", anniversary), ("home_phone", homePhone), ("work_phone", workPhone),
      ("mobile_phone", mobilePhone), ("other_phone", otherPhone),
    ]
  }

  private var addresses: [ImportedAddress] { [homeAddress, workAddress, otherAddress].compactMap(\.self) }

  /// The names of the properties that have values, beside the address.
  var fieldNames: [String] {
    texts.filter { $0.value != nil }.map(\.name) + (birthdayDay == nil ? [] : ["birthday_day"])
      + (addresses.isEmpty ? [] : ["street_addresses"]) + customFields.keys.sorted().map { "custom_fields.\($0)" }
  }

  /// The bytes of the encoded contact, at most: cheaper than encoding it.
  var encodedSizeBound: Int {
    let values =
      texts.compactMap(\.value) + [email].compactMap(\.self)
      + addresses.flatMap { [$0.street, $0.street2, $0.city, $0.state, $0.postalCode, $0.country].compactMap(\.self) }
    // A key with its punctuation takes less than 32 bytes; a birthday takes two.
    let own = values.reduce(68) { $0 + 32 + $1.encodedSizeBound }
    return customFields.reduce(own) { $0 + 16 + $1.key.encodedSizeBound + $1.value.encodedSizeBound }
  }
}

extension String {
  /// The bytes of the text in JSON, at most.
  fileprivate var encodedSizeBound: Int {
    utf8.reduce(0) { size, byte in
      switch byte {
      case 0..<0x20, 0x7F: size + 6
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): size + 2
      default: size + 1
      }
    }
  }
}
