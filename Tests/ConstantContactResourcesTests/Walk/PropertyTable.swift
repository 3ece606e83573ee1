import ConstantContactKit

/// All values of a response as text, by path, such as `phone_numbers.0.kind`.
///
/// Unlike ``Leaves``, it detects a value that was read into the wrong property.
struct PropertyTable: Equatable {
  private(set) var values: [String: String] = [:]

  init(_ json: RawJSON) { add(json, at: "") }

  private mutating func add(_ json: RawJSON, at path: String) {
    func below(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
    switch json {
    case .null: break
    case .bool(let value): values[path] = "\(value)"
    case .integer(let value): values[path] = "\(value)"
    case .number(let value): values[path] = "\(value)"
    case .string(let value): values[path] = value
    case .array(let elements): for (index, element) in elements.enumerated() { add(element, at: below("\(index)")) }
    case .object(let members): for (name, member) in members { add(member, at: below(name)) }
    }
  }

  private mutating func add(_ path: String, _ members: KeyValuePairs<String, (any CustomStringConvertible)?>) {
    for (name, value) in members { values[path.isEmpty ? name : "\(path).\(name)"] = value?.description }
  }

  /// Creates the table of a contact from its properties.
  init(_ contact: Contact) {
    add(
      "",
      [
        "contact_id": contact.id, "first_name": contact.firstName, "last_name": contact.lastName,
        "job_title": contact.jobTitle, "company_name": contact.companyName, "birthday_month": contact.birthdayMonth,
        "birthday_day": contact.birthdayDay, "anniversary": contact.anniversary, "create_source": contact.createSource,
        "update_source": contact.updateSource, "created_at": contact.createdAt, "updated_at": contact.updatedAt,
        "deleted_at": contact.deletedAt,
      ])
    let email = contact.email
    add(
      "email_address",
      [
        "address": email?.address, "permission_to_send": email?.permissionToSend,
        "confirm_status": email?.confirmStatus,
        "created_at": email?.createdAt, "updated_at": email?.updatedAt, "opt_in_source": email?.optInSource,
        "opt_in_date": email?.optInDate, "opt_out_source": email?.optOutSource, "opt_out_date": email?.optOutDate,
        "opt_out_reason": email?.optOutReason,
      ])
    for (index, field) in (contact.customFields ?? []).enumerated() {
      add("custom_fields.\(index)", ["custom_field_id": field.id, "value": field.value])
      for (place, choice) in (field.choiceIDs ?? []).enumerated() {
        values["custom_fields.\(index).choice_ids.\(place)"] = choice.rawValue
      }
    }
    for (index, phone) in (contact.phoneNumbers ?? []).enumerated() {
      add(
        "phone_numbers.\(index)",
        [
          "phone_number_id": phone.id, "phone_number": phone.number, "kind": phone.kind, "created_at": phone.createdAt,
          "updated_at": phone.updatedAt, "create_source": phone.createSource, "update_source": phone.updateSource,
        ])
    }
    for (index, address) in (contact.streetAddresses ?? []).enumerated() {
      add(
        "street_addresses.\(index)",
        [
          "street_address_id": address.id, "kind": address.kind, "street": address.street, "city": address.city,
          "state": address.state, "postal_code": address.postalCode, "country": address.country,
          "created_at": address.createdAt, "updated_at": address.updatedAt,
        ])
    }
    for (index, list) in (contact.listMemberships ?? []).enumerated() {
      values["list_memberships.\(index)"] = list.rawValue
    }
    for (index, tag) in (contact.taggings ?? []).enumerated() { values["taggings.\(index)"] = tag.rawValue }
    for (index, note) in (contact.notes ?? []).enumerated() {
      add("notes.\(index)", ["note_id": note.id, "created_at": note.createdAt, "content": note.content])
    }
    let channel = contact.smsChannel
    add(
      "sms_channel",
      [
        "sms_channel_id": channel?.id, "sms_address": channel?.address, "dial_code": channel?.dialCode,
        "country_code": channel?.countryCode, "create_source": channel?.createSource,
        "update_source": channel?.updateSource,
      ])
    for (index, consent) in (channel?.consents ?? []).enumerated() {
      add(
        "sms_channel.sms_channel_consents.\(index)",
        [
          "sms_consent_permission": consent.permission, "consent_type": consent.type, "opt_in_date": consent.optInDate,
          "opt_out_date": consent.optOutDate, "advertised_frequency": consent.advertisedFrequency,
          "advertised_interval": consent.advertisedInterval, "created_at": consent.createdAt,
          "updated_at": consent.updatedAt,
        ])
    }
  }

  /// Creates the table of a list from its properties.
  init(_ list: ContactList) {
    add(
      "",
      [
        "list_id": list.id, "name": list.name, "description": list.description, "favorite": list.isFavorite,
        "created_at": list.createdAt, "updated_at": list.updatedAt, "deleted_at": list.deletedAt,
        "membership_count": list.membershipCount,
      ])
  }

  /// Creates the table of a custom field from its properties.
  init(_ field: CustomField) {
    add(
      "",
      [
        "custom_field_id": field.id, "label": field.label, "name": field.name, "type": field.kind,
        "version": field.version, "created_at": field.createdAt, "updated_at": field.updatedAt,
      ])
    let metadata = field.metadata
    add(
      "metadata",
      [
        "display_type": metadata?.displayType, "allow_negative": metadata?.allowsNegative,
        "decimal_places": metadata?.decimalPlaces, "currency_code": metadata?.currencyCode,
        "integer": metadata?.isInteger, "display_format": metadata?.displayFormat,
      ])
    for (index, choice) in (field.choices ?? []).enumerated() {
      add(
        "choices.\(index)",
        [
          "custom_field_id": choice.fieldID, "choice_id": choice.id, "choice_label": choice.label,
          "display_order": choice.displayOrder, "created_at": choice.createdAt, "updated_at": choice.updatedAt,
          "deleted_at": choice.deletedAt,
        ])
    }
  }
}
