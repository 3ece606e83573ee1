import ConstantContactKit
import ConstantContactTesting
import Testing

/// An update changes the properties that its closure changes and no others, whatever the contact holds.
@Suite struct UpdatePropertyTests {
  /// A change of one property, and the expected stored value.
  struct Step: Sendable {
    let key: String
    let change: @Sendable (inout ContactDraft) -> Void
    let expected: @Sendable (RawJSON?) -> Bool
  }

  static let steps = [
    Step(key: "first_name") {
      $0.firstName = "Zoë"
    } expected: {
      $0 == .string("Zoë")
    },
    Step(key: "last_name") {
      $0.lastName = "O'Neil"
    } expected: {
      $0 == .string("O'Neil")
    },
    Step(key: "last_name") {
      $0.lastName = nil
    } expected: {
      $0 == nil
    },
    Step(key: "job_title") {
      $0.jobTitle = "Chief"
    } expected: {
      $0 == .string("Chief")
    },
    Step(key: "company_name") {
      $0.companyName = nil
    } expected: {
      $0 == .null
    },
    Step(key: "birthday_day") {
      $0.birthdayDay = $0.birthdayMonth == nil ? nil : 17
    } expected: {
      $0 == nil || $0 == .integer(17)
    },
    Step(key: "anniversary") {
      $0.anniversary = "2001-02-03"
    } expected: {
      $0 == .string("2001-02-03")
    },
    Step(key: "email_address") {
      $0.permission = .unsubscribed
    } expected: {
      $0?["permission_to_send"] == .string("unsubscribed")
    },
    Step(key: "custom_fields") {
      $0.customFields.removeAll { $0.id.rawValue.isEmpty == false }
    } expected: {
      $0 == .array([])
    },
    Step(key: "phone_numbers") {
      $0.phoneNumbers = [PhoneNumber("555 0123", kind: .other)]
    } expected: {
      $0 == .array([.object(["phone_number": "555 0123", "kind": "other"].strings)])
    },
    Step(key: "street_addresses") {
      $0.streetAddresses = []
    } expected: {
      $0 == .array([])
    },
    Step(key: "list_memberships") {
      $0.listMemberships.removeAll()
    } expected: {
      $0 == .array([])
    },
    Step(key: "taggings") {
      $0.taggings.append("late")
    } expected: {
      if case .array(let tags) = $0 { tags.last == .string("late") } else { false }
    },
  ]

  @Test(arguments: 0..<40)
  func onlyTheChangedPropertyDiffers(seed: UInt64) async throws {
    let clock = ManualClock(automatic: true)
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await service.client()
    var random = SplitMix64(seed: seed)
    let lists = [await service.add(list: "A"), await service.add(list: "B"), await service.add(list: "C")]
    let fields = [
      await service.add(customField: "X"),
      await service.add(customField: "Y", type: "multi_select", choices: ["One", "Two"]),
    ]
    let choices = await service.choices(ofCustomField: fields[1]).values.sorted()
    for tag in ["t1", "t2", "late"] { await service.add(tag: tag, id: tag) }
    let contact = Self.contact(lists: lists, fields: fields, choices: choices, using: &random)
    let create = try APIOperation<Contact>.json(.contactsCreate, body: JSONCoding.body(contact))
    let id = try await client.send(create).id

    for step in Self.steps.shuffled(using: &random) {
      let before = Self.written(try await service.stored(id))
      let result = try await client.contacts.update(id, step.change)
      var after = Self.written(try await service.stored(id))
      #expect(step.expected(after[step.key]), "seed \(seed), \(step.key)")
      if step.key == "email_address" {
        // An opt-out does not change the address.
        #expect(after[step.key]?["address"] == before[step.key]?["address"])
      }
      after[step.key] = before[step.key]
      #expect(after == before, "seed \(seed), \(step.key)")
      let read = try await client.contacts.get(id, including: .all)
      #expect(ContactDraft(result) == ContactDraft(read))
    }
  }

  /// A request body of a contact, with a phone number for text messages and notes, which an update does not change.
  private static func contact(
    lists: [String],
    fields: [String],
    choices: [String],
    using random: inout SplitMix64
  ) -> [String: RawJSON] {
    func maybe(_ value: @autoclosure () -> RawJSON) -> RawJSON? {
      Bool.random(using: &random) ? value() : nil
    }
    func some(_ values: [RawJSON]) -> RawJSON? {
      let chosen = values.filter { _ in Bool.random(using: &random) }
      return chosen.isEmpty ? nil : .array(chosen)
    }
    let permissions = ["implicit", "explicit", "pending_confirmation", "not_set", "temp_hold"]
    let email = ["address": "ann+x@example.com", "permission_to_send": permissions.randomElement(using: &random) ?? ""]
    var body: [String: RawJSON] = [
      "email_address": .object(email.strings),
      "create_source": .string(Bool.random(using: &random) ? "Account" : "Contact"),
    ]
    body["first_name"] = maybe(.string("Ann"))
    body["last_name"] = maybe(.string("Lee"))
    body["job_title"] = maybe(.string("Director of \"Odd\" \\ things / 100%"))
    body["company_name"] = maybe(.string("Äcme"))
    body["birthday_month"] = maybe(.integer(11))
    body["birthday_day"] = body["birthday_month"].map { _ in .integer(24) }
    body["anniversary"] = maybe(.string("2006-11-15"))
    body["custom_fields"] = some([
      .object(["custom_field_id": .string(fields[0]), "value": .string("blue")]),
      .object(["custom_field_id": .string(fields[1]), "choice_ids": .array(choices.map(RawJSON.string))]),
    ])
    body["phone_numbers"] = some([
      .object(["phone_number": "+1 (555) 0100", "kind": "work"].strings),
      .object(["phone_number": "555 0101", "kind": "mobile"].strings), .object(["phone_number": "555 0102"].strings),
    ])
    body["street_addresses"] = some([
      .object(["kind": "home", "street": "1 Main St\nFloor 2", "city": "Salem", "country": "us"].strings),
      .object(["kind": "work", "state": "MA", "postal_code": "01970"].strings),
    ])
    body["list_memberships"] = some(lists.map(RawJSON.string))
    body["taggings"] = some([.string("t1"), .string("t2")])
    body["notes"] = some([.object(["content": .string("called")]), .object(["content": .string("met")])])
    let consent = ["sms_consent_permission": "explicit", "consent_type": "promotional_sms"]
    body["sms_channel"] = maybe(
      .object(["full_sms_address": .string("15550100"), "sms_channel_consents": .array([.object(consent.strings)])]))
    return body
  }

  /// A stored contact without the fields that every write renews.
  private static func written(_ contact: [String: RawJSON]) -> [String: RawJSON] {
    var contact = contact
    contact["updated_at"] = nil
    contact["update_source"] = nil
    for key in ["phone_numbers", "street_addresses"] {
      guard case .array(let elements) = contact[key] else { continue }
      contact[key] = .array(
        elements.map { element in
          guard case .object(var members) = element else { return element }
          for name in [
            "phone_number_id", "street_address_id", "created_at", "updated_at", "create_source", "update_source",
          ] { members[name] = nil }
          return .object(members)
        })
    }
    return contact
  }
}
