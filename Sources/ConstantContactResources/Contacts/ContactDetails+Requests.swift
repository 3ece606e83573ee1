internal import ConstantContactCore

extension ContactDetails {
  /// Returns a copy without blank text, which the API rejects: a request leaves such a field out.
  func withoutBlankText() -> ContactDetails {
    var copy = self
    copy.firstName = firstName.nilIfBlank
    copy.lastName = lastName.nilIfBlank
    copy.jobTitle = jobTitle.nilIfBlank
    copy.companyName = companyName.nilIfBlank
    copy.anniversary = anniversary.nilIfBlank
    copy.streetAddresses = streetAddresses?.map { address in
      var address = address
      address.street = address.street.nilIfBlank
      address.city = address.city.nilIfBlank
      address.state = address.state.nilIfBlank
      address.postalCode = address.postalCode.nilIfBlank
      address.country = address.country.nilIfBlank
      return address
    }
    return copy
  }

  /// Returns a copy that mentions no empty array, for a contact that does not exist yet.
  func withoutEmptyArrays() -> ContactDetails {
    var copy = self
    if customFields?.isEmpty == true { copy.customFields = nil }
    if phoneNumbers?.isEmpty == true { copy.phoneNumbers = nil }
    if streetAddresses?.isEmpty == true { copy.streetAddresses = nil }
    if listMemberships?.isEmpty == true { copy.listMemberships = nil }
    if taggings?.isEmpty == true { copy.taggings = nil }
    return copy
  }

  /// Returns the details to send for an update from `before`, where `current` is what the API returned.
  ///
  /// The API empties the plain properties that a request leaves out and keeps the arrays. So an array is sent when the
  /// response contained it, and half a birthday, which the API rejects, is sent only when the update made it.
  ///
  /// - Parameter unknown: Receives the names of the arrays that changed although the response did not contain them.
  func updating(from before: ContactDetails, current: ContactDetails, unknown: inout [String]) -> ContactDetails {
    var sent = self
    func settle<Part: Equatable & ExpressibleByArrayLiteral>(
      _ name: String, _ path: WritableKeyPath<ContactDetails, Part?>
    ) {
      let isChanged = self[keyPath: path] != before[keyPath: path]
      if current[keyPath: path] == nil {
        if !isChanged { sent[keyPath: path] = nil }
        if isChanged && before[keyPath: path] == nil { unknown.append(name) }
      } else if self[keyPath: path] == nil {
        sent[keyPath: path] = []
      }
    }
    settle("custom_fields", \.customFields)
    settle("phone_numbers", \.phoneNumbers)
    settle("street_addresses", \.streetAddresses)
    settle("list_memberships", \.listMemberships)
    settle("taggings", \.taggings)
    let isSameBirthday = birthdayMonth == before.birthdayMonth && birthdayDay == before.birthdayDay
    if isSameBirthday && (birthdayMonth == nil || birthdayDay == nil) {
      sent.birthdayMonth = nil
      sent.birthdayDay = nil
    }
    return sent.withoutBlankText()
  }
}

extension Optional where Wrapped == String {
  /// The text, or `nil` when it has no characters other than whitespace.
  var nilIfBlank: String? { self?.allSatisfy(\.isWhitespace) == true ? nil : self }
}
