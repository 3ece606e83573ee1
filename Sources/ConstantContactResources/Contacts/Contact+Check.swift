internal import ConstantContactCore

extension Contact {
  /// Checks the contract's limits on a contact that is about to be sent.
  ///
  /// - Parameter original: The contact before the change. Its values are not checked: a stored value that exceeds
  ///   today's limits must not prevent another change, least of all an opt-out.
  func check(_ operation: String, against original: Contact? = nil) throws {
    let check = InputCheck(operation)
    func changed<Value: Equatable>(_ path: KeyPath<Contact, Value?>) -> Value? {
      guard let original, original[keyPath: path] == self[keyPath: path] else { return self[keyPath: path] }
      return nil
    }
    func added<Element: Equatable>(
      _ field: String, _ path: KeyPath<Contact, [Element]?>, limit: Int
    ) throws -> [Element] {
      let before = original?[keyPath: path] ?? []
      let elements = self[keyPath: path] ?? []
      if elements.count > before.count { try check.count(field, elements.count, limit: limit) }
      return elements.filter { !before.contains($0) }
    }

    let address = changed(\.email?.address)
    try check.length("email_address.address", address, limit: ContactLimits.emailAddress)
    try check.require(
      address.map(EmailSyntax.isPlausible) ?? true, "email_address.address", "is not an email address")
    try check.length("email_address.opt_out_reason", changed(\.email?.optOutReason), limit: 255)
    try check.length("first_name", changed(\.firstName), limit: ContactLimits.name)
    try check.length("last_name", changed(\.lastName), limit: ContactLimits.name)
    try check.length("job_title", changed(\.jobTitle), limit: ContactLimits.name)
    try check.length("company_name", changed(\.companyName), limit: ContactLimits.name)
    try check.length("anniversary", changed(\.anniversary), limit: ContactLimits.anniversary)
    try check.anniversary("anniversary", changed(\.anniversary))
    if original == nil || original?.birthdayMonth != details.birthdayMonth
      || original?.birthdayDay != details.birthdayDay
    {
      try check.birthday(month: details.birthdayMonth, day: details.birthdayDay)
    }
    for field in try added("custom_fields", \.customFieldArray, limit: 50) {
      try check.length("custom_fields.value", field.value, limit: ContactLimits.customFieldValue)
    }
    for phone in try added("phone_numbers", \.phoneNumbers, limit: 3) {
      try check.length("phone_numbers.phone_number", phone.number, limit: ContactLimits.phoneNumber)
    }
    for address in try added("street_addresses", \.streetAddresses, limit: 3) {
      try check.length("street_addresses.street", address.street, limit: ContactLimits.street)
      try check.length("street_addresses.city", address.city, limit: ContactLimits.name)
      try check.length("street_addresses.state", address.state, limit: ContactLimits.name)
      try check.length("street_addresses.postal_code", address.postalCode, limit: ContactLimits.name)
      try check.length("street_addresses.country", address.country, limit: ContactLimits.name)
    }
    _ = try added("list_memberships", \.listMemberships, limit: ContactLimits.lists)
    _ = try added("taggings", \.taggings, limit: 50)
    for note in try added("notes", \.notes, limit: 150) {
      try check.length("notes.content", note.content, limit: 2000)
    }
  }

  private var customFieldArray: [ContactCustomField]? { details.customFields.map(Array.init) }
}
