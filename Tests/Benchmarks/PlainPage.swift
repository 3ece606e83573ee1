// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// A page as a program without this library would read it: the documented fields, under the names that they have in JSON.
struct PlainPage: Decodable {
  struct Links: Decodable {
    struct Link: Decodable { let href: String? }
    let next: Link?
  }

  struct Contact: Decodable {
    let contact_id: String
    let email_address: Email?
    let first_name: String?
    let last_name: String?
    let job_title: String?
    let company_name: String?
    let birthday_month: Int?
    let birthday_day: Int?
    let anniversary: String?
    let create_source: String?
    let update_source: String?
    let created_at: String?
    let updated_at: String?
    let deleted_at: String?
    let custom_fields: [CustomField]?
    let phone_numbers: [Phone]?
    let street_addresses: [Address]?
    let list_memberships: [String]?
    let taggings: [String]?
    let notes: [Note]?
    let sms_channel: SMS?
  }

  struct Email: Decodable {
    let address: String
    let permission_to_send: String?
    let confirm_status: String?
    let created_at: String?
    let updated_at: String?
    let opt_in_source: String?
    let opt_in_date: String?
    let opt_out_source: String?
    let opt_out_date: String?
    let opt_out_reason: String?
  }

  struct CustomField: Decodable {
    let custom_field_id: String
    let value: String?
    let choice_ids: [String]?
  }

  struct Phone: Decodable {
    let phone_number_id: String?
    let phone_number: String?
    let kind: String?
    let created_at: String?
    let updated_at: String?
    let create_source: String?
    let update_source: String?
  }

  struct Address: Decodable {
    let street_address_id: String?
    let kind: String?
    let street: String?
    let city: String?
    let state: String?
    let postal_code: String?
    let country: String?
    let created_at: String?
    let updated_at: String?
  }

  struct Note: Decodable {
    let note_id: String?
    let created_at: String?
    let content: String?
  }

  struct SMS: Decodable {
    struct Consent: Decodable {
      let sms_consent_permission: String?
      let consent_type: String?
      let opt_in_date: String?
      let opt_out_date: String?
      let advertised_frequency: String?
      let advertised_interval: String?
      let created_at: String?
      let updated_at: String?
    }

    let sms_channel_id: String?
    let full_sms_address: String?
    let sms_address: String?
    let dial_code: String?
    let country_code: String?
    let create_source: String?
    let update_source: String?
    let sms_channel_consents: [Consent]?
  }

  let contacts: [Contact]
  let _links: Links?
}
