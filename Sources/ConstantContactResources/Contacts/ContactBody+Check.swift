internal import ConstantContactCore

extension ContactBody {
  /// Checks the limits of the contract.
  ///
  /// - Parameter original: What the service has. It is sent back as it is and not checked: a value of its own that is longer
  ///   than it takes today must not stand in the way of another change, least of all of an opt-out.
  func check(_ operation: String, against original: ContactBody? = nil) throws {
    let check = InputCheck(operation)
    func changed<Value: Equatable>(_ path: KeyPath<ContactBody, Value?>) -> Value? {
      guard let original, original[keyPath: path] == self[keyPath: path] else { return self[keyPath: path] }
      return nil
    }
    func added<Element: Equatable>(
      _ field: String, _ path: KeyPath<ContactBody, [Element]?>, limit: Int
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
    try check.length("anniversary", changed(\.anniversary), limit: 10)
    try check.range("birthday_month", changed(\.birthdayMonth), 1...12)
    try check.range("birthday_day", changed(\.birthdayDay), 1...31)
    let hasSameBirthday = original.map { $0.birthdayMonth == birthdayMonth && $0.birthdayDay == birthdayDay } ?? false
    try check.require(
      hasSameBirthday || (birthdayMonth == nil) == (birthdayDay == nil),
      "birthday_month", "and `birthday_day` must be set together")
    for field in try added("custom_fields", \.customFields.value, limit: 50) {
      try check.length("custom_fields.value", field.value, limit: ContactLimits.customFieldValue)
    }
    for phone in try added("phone_numbers", \.phoneNumbers.value, limit: 3) {
      try check.length("phone_numbers.phone_number", phone.number, limit: ContactLimits.phoneNumber)
    }
    for address in try added("street_addresses", \.streetAddresses.value, limit: 3) {
      try check.length("street_addresses.street", address.street, limit: ContactLimits.street)
      try check.length("street_addresses.city", address.city, limit: ContactLimits.name)
      try check.length("street_addresses.state", address.state, limit: ContactLimits.name)
      try check.length("street_addresses.postal_code", address.postalCode, limit: ContactLimits.name)
      try check.length("street_addresses.country", address.country, limit: ContactLimits.name)
    }
    _ = try added("list_memberships", \.listMemberships.value, limit: ContactLimits.lists)
    _ = try added("taggings", \.taggings.value, limit: 50)
    for note in try added("notes", \.notes.value, limit: 150) {
      try check.length("notes.content", note.content, limit: 2000)
    }
  }
}
