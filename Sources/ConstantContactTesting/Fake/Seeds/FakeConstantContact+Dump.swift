#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Writing an account to a file.
extension FakeConstantContact {
  /// Returns what the account holds in the format of ``seed(from:)``, with IDs.
  ///
  /// It holds what a seed file can hold: contacts without phones, addresses, notes and SMS, and no campaigns and reports.
  public func dump() -> Data {
    var members: [String: JSON] = [:]
    func rows(_ name: String, _ rows: [JSON]) { if !rows.isEmpty { members[name] = .array(rows) } }
    rows(
      "lists",
      listRecords.filter { $0.deletedAt == nil }.map { ["id": .string($0.id), "name": .string($0.name)] })
    rows("tags", tagRecords.map { ["id": .string($0.id), "name": .string($0.name)] })
    rows(
      "custom_fields",
      fieldRecords.map { field in
        [
          "id": .string(field.id), "label": .string(field.label), "type": .string(field.type),
          "choices": .array(field.choices.map { .string($0.label) }),
        ]
      })
    let labels = Dictionary(
      fieldRecords.flatMap(\.choices).map { (String($0.id), $0.label) }, uniquingKeysWith: { $1 })
    rows("contacts", contacts.all.map { Self.row(Contact($0), choices: labels) })
    rows("events", events.all.map(Self.row))
    rows(
      "automations",
      automationRecords.map { record in
        [
          "id": .string(record.id), "name": .string(record.name), "status": .string(record.status),
          "goals": .array((record.tags.array ?? []).compactMap { $0["value"] }),
        ]
      })
    rows(
      "social_profiles",
      social.profiles.map { profile in
        [
          "id": .string(profile.id), "name": .string(profile.name), "network": .string(profile.network),
          "accessible": .bool(profile.isAccessible),
        ]
      })
    rows(
      "hashtag_groups",
      social.hashtagGroups.map { ["name": .string($0.name), "hashtags": .array($0.tags.map { .string($0) })] })
    rows(
      "accounts",
      partner.accounts.map { account in
        [
          "id": .string(account.id), "organization_name": .string(account.organization),
          "managed": .bool(account.isManaged),
        ]
      })
    return JSON.object(members).data
  }

  /// The number of records of each resource in the order of the seed file, deleted contacts included.
  public var counts: KeyValuePairs<String, Int> {
    [
      "contacts": contacts.count, "lists": lists.count, "tags": tagRecords.count, "custom fields": fieldRecords.count,
      "segments": segments.count, "activities": activities.records.count, "events": eventNames.count,
      "registrations": events.all.reduce(0) { $0 + $1.registrations.count }, "automations": automationRecords.count,
      "social profiles": social.profiles.count, "social posts": social.posts.count,
      "webhook subscriptions": webhooks.hooks.count, "accounts of customers": partner.accounts.count,
    ]
  }

  private static func row(_ contact: Contact, choices labels: [String: String]) -> JSON {
    var members: [String: JSON] = ["id": .string(contact.id), "state": .string(contact.state.rawValue)]
    members["email"] = contact.address.map { .string($0) }
    members["first_name"] = contact.firstName.map { .string($0) }
    members["last_name"] = contact.lastName.map { .string($0) }
    members["job_title"] = contact.jobTitle.map { .string($0) }
    members["company_name"] = contact.companyName.map { .string($0) }
    if !contact.lists.isEmpty { members["lists"] = .array(contact.lists.map { .string($0) }) }
    if !contact.tags.isEmpty { members["tags"] = .array(contact.tags.map { .string($0) }) }
    var fields = contact.customFields.mapValues { JSON.string($0) }
    for (id, choices) in contact.choices { fields[id] = .array(choices.compactMap { labels[$0] }.map { .string($0) }) }
    if !fields.isEmpty { members["custom_fields"] = .object(fields) }
    return .object(members)
  }

  private static func row(_ event: EventRecord) -> JSON {
    [
      "id": .string(event.id), "name": .string(event.name), "status": .string(event.status),
      "track_id": .string(event.trackID), "start": WireDate.timestamp(event.date("event_start")),
      "registrations": .array(
        event.registrations.map { person in
          var members: [String: JSON] = [
            "first_name": .string(person.firstName), "last_name": .string(person.lastName),
            "email": .string(person.address),
            "tickets": .array(person.tickets.map { ["name": .string($0.name), "price": .number($0.price)] }),
          ]
          members["payment_method"] = person.paymentMethod.map { .string($0) }
          return .object(members)
        }),
    ]
  }
}
