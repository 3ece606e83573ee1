internal import ConstantContactCore
internal import ConstantContactResources

/// Merges a lead into an existing contact: adds lists, fills in empty properties, and notes the values that are kept.
struct ContactMerge {
  private let contact: NewContact
  private let options: ContactPusher.Options
  private let leadNotes: [DeliveryReport.Note]
  private let fieldNames: [CustomFieldID: String]
  private var kept: [DeliveryReport.Note] = []
  private(set) var update = DeliveryReport.Update()

  /// - Parameters:
  ///   - notes: What is said of the lead's values.
  ///   - fieldNames: The custom fields' names in notes.
  init(
    _ contact: NewContact,
    _ options: ContactPusher.Options,
    notes: [DeliveryReport.Note],
    fieldNames: [CustomFieldID: String]
  ) {
    self.contact = contact
    self.options = options
    leadNotes = notes
    self.fieldNames = fieldNames
  }

  /// Whether a contact may be written to: not after an opt-out or a deletion, nor on hold.
  static func canBeUpdated(_ contact: Contact) -> Bool {
    [.active, .pending, .notSet].contains(contact.state) && contact.email != nil
  }

  private static let writable: Set<PermissionToSend> = [.implicit, .explicit, .pendingConfirmation, .notSet]

  /// What is to be said of the values that were merged. The notes about values that were not used are left out.
  var notes: [DeliveryReport.Note] {
    guard options.existingContact == .fillEmpty else { return [] }
    let used = leadNotes.filter { note in
      guard case .truncated(let field, _) = note else { return true }
      return update.fields.contains { field == $0 || field.hasPrefix($0 + ".") }
    }
    return used + kept
  }

  /// Changes a draft that was just read. It may be called again with another draft.
  mutating func apply(to draft: inout ContactDraft) {
    update = DeliveryReport.Update()
    kept = []
    guard let permission = draft.permission, Self.writable.contains(permission) else { return }
    for list in contact.listMemberships where !draft.listMemberships.contains(list) {
      draft.listMemberships.append(list)
      update.lists.append(list)
    }
    if options.existingContact == .fillEmpty { fill(&draft.details) }
    if options.existingContactConsent != nil, permission == .implicit || permission == .notSet {
      draft.permission = .explicit
      update.fields.append("permission_to_send")
    }
  }

  private mutating func fill(_ details: inout ContactDetails) {
    fillText("first_name", \.firstName, &details)
    fillText("last_name", \.lastName, &details)
    fillText("job_title", \.jobTitle, &details)
    fillText("company_name", \.companyName, &details)
    fillText("anniversary", \.anniversary, &details)
    fillBirthday(&details)
    fillPhones(&details)
    fillAddresses(&details)
    fillCustomFields(&details)
  }

  private mutating func fillText(
    _ field: String,
    _ keyPath: WritableKeyPath<ContactDetails, String?>,
    _ details: inout ContactDetails
  ) {
    guard let value = contact.details[keyPath: keyPath] else { return }
    if let current = details[keyPath: keyPath].trimmed {
      if current != value { keep(field) }
    } else {
      details[keyPath: keyPath] = value
      update.fields.append(field)
    }
  }

  private mutating func fillBirthday(_ details: inout ContactDetails) {
    guard let month = contact.birthdayMonth, let day = contact.birthdayDay else { return }
    if details.birthdayMonth == nil && details.birthdayDay == nil {
      (details.birthdayMonth, details.birthdayDay) = (month, day)
      update.fields += ["birthday_month", "birthday_day"]
    } else if details.birthdayMonth != month || details.birthdayDay != day {
      keep("birthday_month")
    }
  }

  private mutating func fillPhones(_ details: inout ContactDetails) {
    for phone in contact.phoneNumbers where !details.phoneNumbers.contains(where: { $0.number == phone.number }) {
      let field = "phone_numbers.\(phone.kind?.rawValue ?? "other")"
      if details.phoneNumbers.contains(where: { $0.kind == phone.kind }) {
        keep(field)
      } else if details.phoneNumbers.count >= ContactLimits.phoneNumbers {
        keep(field, .limitReached)
      } else {
        details.phoneNumbers.append(phone)
        addField("phone_numbers")
      }
    }
  }

  private mutating func fillAddresses(_ details: inout ContactDetails) {
    for address in contact.streetAddresses where !details.streetAddresses.contains(address) {
      let field = "street_addresses.\(address.kind?.rawValue ?? "other")"
      if details.streetAddresses.contains(where: { $0.kind == address.kind }) {
        keep(field)
      } else if details.streetAddresses.count >= ContactLimits.streetAddresses {
        keep(field, .limitReached)
      } else {
        details.streetAddresses.append(address)
        addField("street_addresses")
      }
    }
  }

  private mutating func fillCustomFields(_ details: inout ContactDetails) {
    for field in contact.customFields {
      if let current = details.customFields.first(where: { $0.id == field.id }) {
        let isSame = Set(current.choiceIDs ?? []) == Set(field.choiceIDs ?? [])
        if current.value.trimmed != field.value && field.value != nil || !isSame && field.choiceIDs != nil {
          keep(fieldNames[field.id] ?? "custom_fields")
        }
      } else {
        details.customFields.append(field)
        addField("custom_fields")
      }
    }
  }

  private mutating func addField(_ field: String) {
    if !update.fields.contains(field) { update.fields.append(field) }
  }

  private mutating func keep(_ field: String, _ reason: DeliveryReport.Omission = .existingValue) {
    kept.append(.notSent(field: field, reason: reason))
  }
}
