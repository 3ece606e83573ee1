#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A contact as the fake stores it.
struct ContactRecord: Sendable {
  struct Email: Sendable {
    var address: String
    var permission: String
    var createdAt: Date
    var updatedAt: Date
    var optInSource: String?
    var optInDate: Date?
    var optOutSource: String?
    var optOutDate: Date?
    var optOutReason: String?
    var confirmStatus = "off"
  }

  /// Properties with plain values, removed by a PUT that omits them.
  static let coreNames = [
    "first_name", "last_name", "job_title", "company_name", "birthday_month", "birthday_day", "anniversary",
  ]
  /// Sub-resources: included on request, kept by a PUT that omits them.
  static let partNames = [
    "custom_fields", "list_memberships", "phone_numbers", "street_addresses", "taggings", "notes",
  ]

  let id: String
  /// The order of creation, which is the order of pages.
  let sequence: Int
  var email: Email?
  var core: [String: JSON] = [:]
  var parts: [String: [JSON]] = [:]
  var smsChannel: JSON?
  /// The rows of the SMS engagement history, oldest first.
  var smsHistory: [JSON] = []
  var createSource: String?
  var updateSource: String?
  var createdAt: Date
  var updatedAt: Date
  var deletedAt: Date?
  /// The lists of a resubscribe email that the contact has not confirmed. It is sent once.
  var resubscriptionLists: [String]?

  var key: String? { email?.address.lowercased() }
  var permission: String { email?.permission ?? "not_set" }
  var isActive: Bool { deletedAt == nil && (permission == "implicit" || permission == "explicit") }
  var lists: Set<String> { Set((parts["list_memberships"] ?? []).compactMap(\.string)) }
  var tags: Set<String> { Set((parts["taggings"] ?? []).compactMap(\.string)) }

  /// The SMS number with its dial code.
  var number: String? {
    smsChannel.map { ($0["dial_code"]?.string ?? "") + ($0["sms_address"]?.string ?? "") }
  }

  /// The value of the `status` filter that matches.
  var status: String {
    if deletedAt != nil { return "deleted" }
    return permission == "implicit" || permission == "explicit" ? "active" : permission
  }

  /// Returns whether the contact may be mailed and opted in after a date.
  func isNewSubscriber(since date: Date) -> Bool { isActive && (email?.optInDate).map { $0 >= date } ?? false }

  /// Returns whether a sub-resource of IDs contains one of them.
  func has(anyOf ids: Set<String>, in part: String) -> Bool {
    parts[part]?.contains { $0.string.map(ids.contains) ?? false } ?? false
  }

  /// Returns the texts of a member of the items of a sub-resource.
  func texts(_ part: String, _ member: String) -> [String] { (parts[part] ?? []).compactMap { $0[member]?.string } }

  var smsPermissions: Set<String> {
    let consents = smsChannel?["sms_channel_consents"]?.array ?? []
    return consents.isEmpty ? ["not_set"] : Set(consents.compactMap { $0["sms_consent_permission"]?.string })
  }

  func json(including included: Set<String>) -> JSON {
    // A page builds hundreds of these: no storage may grow on the way.
    var members = [String: JSON](minimumCapacity: 24)
    members["contact_id"] = .string(id)
    members["created_at"] = WireDate.timestamp(createdAt)
    members["updated_at"] = WireDate.timestamp(updatedAt)
    // The API sends these two as null and omits others.
    members["job_title"] = JSON.null
    members["company_name"] = JSON.null
    for (name, value) in core { members[name] = value }
    members["create_source"] = createSource.map { .string($0) }
    members["update_source"] = updateSource.map { .string($0) }
    members["deleted_at"] = deletedAt.map(WireDate.day)
    members["email_address"] = email?.json
    members["sms_channel"] = smsChannel
    for name in Self.partNames where included.contains(name) {
      members[name] = .array(name == "notes" ? newestNotes : parts[name] ?? [])
    }
    return .object(members)
  }

  private var newestNotes: [JSON] {
    let notes = (parts["notes"] ?? []).enumerated().map { index, note in (index, note["created_at"]?.string ?? "", note)
    }
    return notes.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.2)
  }
}

extension ContactRecord.Email {
  var json: JSON {
    var members = [String: JSON](minimumCapacity: 12)
    members["address"] = .string(address)
    members["permission_to_send"] = .string(permission)
    members["created_at"] = WireDate.timestamp(createdAt)
    members["updated_at"] = WireDate.timestamp(updatedAt)
    members["confirm_status"] = .string(confirmStatus)
    members["opt_in_source"] = optInSource.map { .string($0) }
    members["opt_in_date"] = optInDate.map(WireDate.timestamp)
    members["opt_out_source"] = optOutSource.map { .string($0) }
    members["opt_out_date"] = optOutDate.map(WireDate.timestamp)
    members["opt_out_reason"] = optOutReason.map { .string($0) }
    return .object(members)
  }

  /// Sets the permission and the dates and sources that belong to it.
  mutating func change(to permission: String, source: String, now: Date) {
    let before = self.permission
    self.permission = permission
    updatedAt = now
    confirmStatus = permission == "pending_confirmation" ? "pending" : "off"
    if permission == "unsubscribed" {
      guard before != permission else { return }
      (optOutSource, optOutDate) = (source, now)
    } else {
      (optOutSource, optOutDate, optOutReason) = (nil, nil, nil)
      if permission != "not_set", optInDate == nil || before == "unsubscribed" {
        (optInSource, optInDate) = (source, now)
      }
    }
  }
}
