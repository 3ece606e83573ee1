internal import ConstantContactCore
internal import ConstantContactResources

/// Makes a contact out of a lead: blanks off, limits kept, everything where the service has it.
struct LeadMapper {
  let options: ContactPusher.Options
  private(set) var notes: [DeliveryReport.Note] = []

  init(options: ContactPusher.Options) { self.options = options }

  enum Address {
    case usable(String)
    case none
    case malformed(String)
  }

  /// The work address, else the personal one; the first that can be an address at all.
  static func address(of lead: Lead) -> Address {
    let candidates = [lead.workEmail, lead.personalEmail].compactMap(\.trimmed)
    let usable = candidates.first {
      EmailSyntax.isPlausible($0) && $0.unicodeScalars.count <= ContactLimits.emailAddress
    }
    if let usable { return .usable(usable) }
    return candidates.first.map(Address.malformed) ?? .none
  }

  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a value is too long and is not to be cut.
  mutating func contact(for lead: Lead, email: String) throws -> NewContact {
    var contact = NewContact(email: email, permission: options.permission, createSource: options.createSource)
    contact.firstName = try fit("first_name", lead.firstName, ContactLimits.name)
    contact.lastName = try fit("last_name", lead.lastName, ContactLimits.name)
    contact.jobTitle = try fit("job_title", lead.jobTitle, ContactLimits.name)
    contact.companyName = try fit("company_name", lead.companyName, ContactLimits.name)
    contact.phoneNumbers = try phones(of: lead)
    contact.streetAddresses = try addresses(of: lead)
    return contact
  }

  /// The lead's values for custom fields: names that the account knows get their id, the others a note.
  mutating func customFields(of lead: Lead, known: [CustomField]) throws -> [ContactCustomField] {
    var values: [ContactCustomField] = []
    for (name, value) in lead.customFields.sorted(by: { $0.key < $1.key }) {
      guard let value = try fit("custom field \(name)", value, ContactLimits.customFieldValue) else { continue }
      guard let field = CustomFieldsAPI.match(name, in: known) else {
        notes.append(.notSent(field: name))
        continue
      }
      values.append(ContactCustomField(field.id, value: value))
    }
    return values
  }

  private mutating func phones(of lead: Lead) throws -> [PhoneNumber] {
    var phones: [PhoneNumber] = []
    if let number = try fit("work phone_number", lead.workPhone, ContactLimits.phoneNumber) {
      phones.append(PhoneNumber(number, kind: .work))
    } else if let number = try fit("mobile phone_number", lead.personalPhone, ContactLimits.phoneNumber) {
      phones.append(PhoneNumber(number, kind: .mobile))
    }
    if let number = try fit("company phone_number", lead.companyPhone, ContactLimits.phoneNumber) {
      phones.append(PhoneNumber(number, kind: phones.contains { $0.kind == .work } ? .other : .work))
    }
    return phones
  }

  private mutating func addresses(of lead: Lead) throws -> [StreetAddress] {
    let companyKind: StreetAddress.Kind = options.addressKind == .work && lead.address.isFilled ? .other : .work
    return [
      try address(lead.address, kind: options.addressKind),
      try address(lead.companyAddress, kind: companyKind),
    ].compactMap(\.self)
  }

  private mutating func address(_ address: Lead.Address, kind: StreetAddress.Kind) throws -> StreetAddress? {
    guard address.isFilled else { return nil }
    let street = [address.street.trimmed, address.street2.trimmed].compactMap(\.self).joined(separator: ", ")
    return StreetAddress(
      kind: kind,
      street: try fit("street", street, ContactLimits.street),
      city: try fit("city", address.city, ContactLimits.name),
      state: try fit("state", address.state, ContactLimits.name),
      postalCode: try fit("postal_code", address.postalCode, ContactLimits.name),
      country: try fit("country", address.country, ContactLimits.name)
    )
  }

  /// The value without blanks around it, cut to the limit if that is wanted.
  private mutating func fit(_ field: String, _ value: String?, _ limit: Int) throws -> String? {
    guard let value = value.trimmed else { return nil }
    let length = value.unicodeScalars.count
    guard length > limit else { return value }
    guard options.overlongValue == .cut else {
      throw ConstantContactError(
        .invalidInput,
        "\(field) is \(length) characters long, the limit is \(limit)",
        operation: OperationDescriptor.contactsCreate.name
      )
    }
    notes.append(.cut(field: field, limit: limit))
    // Character by character, so that no letter loses its accent.
    var cut = ""
    var used = 0
    for character in value {
      used += character.unicodeScalars.count
      if used > limit { break }
      cut.append(character)
    }
    return cut
  }
}

extension Lead.Address {
  fileprivate var isFilled: Bool {
    [street, street2, city, state, postalCode, country].contains { $0.trimmed != nil }
  }
}

extension Optional where Wrapped == String {
  /// The text without blanks around it; `nil` when nothing is left.
  var trimmed: String? {
    guard let self else { return nil }
    let text = self.drop(while: \.isWhitespace)
    guard let end = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(text[...end])
  }
}
