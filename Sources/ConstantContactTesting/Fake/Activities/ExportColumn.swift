#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A column of an export.
struct ExportColumn: Sendable {
  let key: String
  let title: String
  let value: @Sendable (ContactRecord, isolated FakeConstantContact) -> String

  private init(
    _ key: String, _ title: String, _ value: @escaping @Sendable (ContactRecord, isolated FakeConstantContact) -> String
  ) {
    (self.key, self.title, self.value) = (key, title, value)
  }

  /// Columns that need the column `email_address` beside them.
  static let needingAddress: Set<String> = [
    "email_optin_source", "email_optin_date", "email_optout_source", "email_optout_date", "email_optout_reason",
  ]

  /// All columns in the order of the file.
  static let all: [ExportColumn] =
    [
      ExportColumn("contact_id", "Contact ID") { contact, _ in contact.id },
      ExportColumn("email_address", "Email address") { contact, _ in contact.email?.address ?? "" },
      core("first_name", "First name"), core("last_name", "Last name"), core("company_name", "Company"),
      core("job_title", "Job title"),
      ExportColumn("email_lists", "Email Lists") { contact, fake in
        names(contact.parts["list_memberships"], in: fake.listRecords.map { ($0.id, $0.name) })
      },
      ExportColumn("tag", "Tags") { contact, fake in
        names(contact.parts["taggings"], in: fake.tagRecords.map { ($0.id, $0.name) })
      },
      ExportColumn("phone_number", "Phone") { contact, _ in
        contact.texts("phone_numbers", "phone_number").joined(separator: ", ")
      },
      ExportColumn("notes", "Notes") { contact, _ in contact.texts("notes", "content").joined(separator: "\n") },
    ] + address + [
      core("anniversary", "Anniversary"),
      ExportColumn("birthday", "Birthday") { contact, _ in
        let parts = ["birthday_month", "birthday_day"].compactMap { contact.core[$0]?.integer }
        return parts.count == 2 ? "\(parts[0])/\(parts[1])" : ""
      },
      core("birthday_month", "Birthday month"), core("birthday_day", "Birthday day"),
      // The API has these columns and no data for them.
      empty("social_profiles", "Social profiles"), empty("website", "Website"),
      ExportColumn("source_name", "Source Name") { contact, _ in contact.createSource ?? "" },
      date("created_at", "Created At") { $0.createdAt }, date("updated_at", "Updated At") { $0.updatedAt },
    ] + permission + sms

  private static let address: [ExportColumn] = [
    part("street", "Street address", "street"), part("street_1", "Street address line 1", "street"),
    empty("street_2", "Street address line 2"), part("city", "City", "city"), part("state", "State", "state"),
    empty("intl_state", "State (international)"), part("zip", "Zip code", "postal_code"),
    part("country", "Country", "country"),
  ]

  private static let permission: [ExportColumn] = [
    ExportColumn("email_optin", "Email status") { contact, _ in
      contact.isActive ? "Active" : contact.status.replacing("_", with: " ").capitalized
    },
    ExportColumn("email_permission", "Email permission status") { contact, _ in contact.permission },
    ExportColumn("email_update_source", "Email update source") { contact, _ in contact.updateSource ?? "" },
    ExportColumn("email_optin_source", "Email opt-in source") { contact, _ in contact.email?.optInSource ?? "" },
    date("email_optin_date", "Email opt-in date") { $0.email?.optInDate },
    ExportColumn("email_optout_source", "Email opt-out source") { contact, _ in contact.email?.optOutSource ?? "" },
    date("email_optout_date", "Email opt-out date") { $0.email?.optOutDate },
    ExportColumn("email_optout_reason", "Email opt-out reason") { contact, _ in contact.email?.optOutReason ?? "" },
  ]

  private static let sms: [ExportColumn] = [
    ExportColumn("sms_number", "SMS number") { contact, _ in contact.number ?? "" },
    ExportColumn("sms_consent_date", "SMS consent date") { contact, _ in
      contact.smsChannel?["sms_channel_consents"]?.array?.first?["opt_in_date"]?.string ?? ""
    },
    ExportColumn("sms_status", "SMS status") { contact, _ in
      contact.smsChannel == nil ? "" : contact.smsPermissions.sorted().joined(separator: ", ")
    },
  ]

  private static func core(_ key: String, _ title: String) -> ExportColumn {
    ExportColumn(key, title) { contact, _ in
      contact.core[key].flatMap { $0.string ?? $0.integer.map(String.init) } ?? ""
    }
  }

  private static func part(_ key: String, _ title: String, _ member: String) -> ExportColumn {
    ExportColumn(key, title) { contact, _ in contact.parts["street_addresses"]?.first?[member]?.string ?? "" }
  }

  private static func date(
    _ key: String, _ title: String, _ value: @escaping @Sendable (ContactRecord) -> Date?
  ) -> ExportColumn {
    ExportColumn(key, title) { contact, _ in value(contact).flatMap { WireDate.timestamp($0).string } ?? "" }
  }

  private static func empty(_ key: String, _ title: String) -> ExportColumn { ExportColumn(key, title) { _, _ in "" } }

  private static func names(_ ids: [JSON]?, in known: [(id: String, name: String)]) -> String {
    let wanted = Set((ids ?? []).compactMap(\.string))
    return known.filter { wanted.contains($0.id) }.map(\.name).joined(separator: ", ")
  }
}
