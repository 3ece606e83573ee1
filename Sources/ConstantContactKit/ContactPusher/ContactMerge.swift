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
    if options.existingContact == .fillEmpty { fill(&draft) }
    if options.existingContactConsent != nil, permission == .implicit || permission == .notSet {
      draft.permission = .explicit
      update.fields.append("permission_to_send")
    }
  }

  private mutating func fill(_ draft: inout ContactDraft) {
    fillText("first_name", \.firstName, &draft)
    fillText("last_name", \.lastName, &draft)
    fillText("job_title", \.jobTitle, &draft)
    fillText("company_name", \.companyName, &draft)
    fillText("anniversary", \.anniversary, &draft)
    fillBirthday(&draft)
    fillPhones(&draft)
    fillAddresses(&draft)
    fillCustomFields(&draft)
  }

  private mutating func fillText(
    _ field: String,
    _ keyPath: WritableKeyPath<ContactDetails, String?>,
    _ draft: inout ContactDraft
  ) {
    guard let value = contact.details[keyPath: keyPath] else { return }
    if let current = draft.details[keyPath: keyPath].trimmed {
      if current != value { keep(field) }
    } else {
      draft.details[keyPath: keyPath] = value
      update.fields.append(field)
    }
  }

  private mutating func fillBirthday(_ draft: inout ContactDraft) {
    guard let month = contact.birthdayMonth, let day = contact.birthdayDay else { return }
    if draft.birthdayMonth == nil && draft.birthdayDay == nil {
      (draft.birthdayMonth, draft.birthdayDay) = (month, day)
      update.fields += ["birthday_month", "birthday_day"]
    } else if draft.birthdayMonth != month || draft.birthdayDay != day {
      keep("birthday_month")
    }
  }

  private mutating func fillPhones(_ draft: inout ContactDraft) {
    for phone in contact.phoneNumbers where !draft.phoneNumbers.contains(where: { $0.number == phone.number }) {
      let field = "phone_numbers.\(phone.kind?.rawValue ?? "other")"
      if draft.phoneNumbers.contains(where: { $0.kind == phone.kind }) {
        keep(field)
      } else if draft.phoneNumbers.count >= ContactLimits.phoneNumbers {
        keep(field, .limitReached)
      } else {
        draft.phoneNumbers.append(phone)
        addField("phone_numbers")
      }
    }
  }

  private mutating func fillAddresses(_ draft: inout ContactDraft) {
    for address in contact.streetAddresses where !draft.streetAddresses.contains(address) {
      let field = "street_addresses.\(address.kind?.rawValue ?? "other")"
      if draft.streetAddresses.contains(where: { $0.kind == address.kind }) {
        keep(field)
      } else if draft.streetAddresses.count >= ContactLimits.streetAddresses {
        keep(field, .limitReached)
      } else {
        draft.streetAddresses.append(address)
        addField("street_addresses")
      }
    }
  }

  private mutating func fillCustomFields(_ draft: inout ContactDraft) {
    for field in contact.customFields {
      if let current = draft.customFields.first(where: { $0.id == field.id }) {
        let isSame = Set(current.choiceIDs ?? []) == Set(field.choiceIDs ?? [])
        if current.value.trimmed != field.value && field.value != nil || !isSame && field.choiceIDs != nil {
          keep(fieldNames[field.id] ?? "custom_fields")
        }
      } else {
        draft.customFields.set(field)
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
