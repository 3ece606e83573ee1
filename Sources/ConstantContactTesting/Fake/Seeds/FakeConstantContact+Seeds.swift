#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Filling an account from a file.
extension FakeConstantContact {
  /// Fills the account from a JSON file.
  ///
  /// ```json
  /// {"lists": [{"name": "News"}],
  ///  "tags": [{"name": "VIP"}],
  ///  "custom_fields": [{"label": "Fruit", "type": "single_select", "choices": ["Apple", "Pear"]}],
  ///  "contacts": [{"email": "ann@example.com", "state": "explicit", "first_name": "Ann", "lists": ["News"],
  ///                "tags": ["VIP"], "custom_fields": {"Fruit": ["Apple"]}}],
  ///  "events": [{"name": "Bread day", "status": "ACTIVE", "start": "2030-05-01T09:00:00Z",
  ///              "registrations": [{"email": "ann@example.com", "tickets": [{"name": "Seat", "price": 5}]}]}],
  ///  "automations": [{"name": "Welcome"}],
  ///  "social_profiles": [{"name": "The Mill", "network": "facebook"}],
  ///  "hashtag_groups": [{"name": "Bread", "hashtags": ["bread"]}],
  ///  "accounts": [{"organization_name": "Shop"}]}
  /// ```
  ///
  /// Everything has an optional `id`. Contacts name lists, tags and fields by name, label or ID.
  ///
  /// - Throws: ``SeedError`` when the file is not JSON, has an unknown property, or names something that does not exist. Nothing
  ///   is added then.
  public func seed(from file: Data) throws {
    guard let json = try? JSON(parsing: file), json.object != nil else {
      throw SeedError(description: "The seed file is not a JSON object.")
    }
    let faults = Shape.seed.faults(in: json, at: "")
    if !faults.isEmpty { throw SeedError(description: faults.prefix(20).joined(separator: "; ")) }
    try checkReferences(of: json)
    func rows(_ name: String) -> [JSON] { json[name]?.array ?? [] }
    for row in rows("lists") { add(list: row.name, id: row["id"]?.string) }
    for row in rows("tags") { add(tag: row.name, id: row["id"]?.string) }
    for row in rows("custom_fields") {
      add(
        customField: row["label"]?.string ?? "", type: row["type"]?.string ?? "string", choices: row.texts("choices"),
        id: row["id"]?.string)
    }
    addContacts(rows("contacts"))
    for row in rows("events") { addEvent(row) }
    for row in rows("automations") {
      add(
        automation: row.name, status: row["status"]?.string ?? "ACTIVE", goals: row.texts("goals"),
        id: row["id"]?.string)
    }
    for row in rows("social_profiles") {
      add(
        socialProfile: row.name, network: row["network"]?.string ?? "facebook",
        isAccessible: row["accessible"]?.bool ?? true, id: row["id"]?.string)
    }
    for row in rows("hashtag_groups") { add(hashtagGroup: row.name, tags: row.texts("hashtags")) }
    for row in rows("accounts") {
      addAccount(
        row["organization_name"]?.string ?? "", id: row["id"]?.string, isManaged: row["managed"]?.bool ?? true)
    }
  }

  /// Throws for a contact or event that names something neither the file nor the account has.
  private func checkReferences(of json: JSON) throws {
    func known(_ rows: String, _ property: String, _ existing: [String: String]) -> Set<String> {
      let texts = (json[rows]?.array ?? []).flatMap { [$0[property]?.string, $0["id"]?.string].compactMap { $0 } }
      return Set(texts).union(existing.keys).union(existing.values)
    }
    let lists = known("lists", "name", self.lists)
    let tags = known("tags", "name", self.tags)
    let fields = known("custom_fields", "label", customFields)
    for (index, contact) in (json["contacts"]?.array ?? []).enumerated() {
      let path = "contacts[\(index)]"
      if !lists.isSuperset(of: contact.texts("lists")) { throw SeedError(description: "\(path).lists: unknown list") }
      if !tags.isSuperset(of: contact.texts("tags")) { throw SeedError(description: "\(path).tags: unknown tag") }
      if !fields.isSuperset(of: (contact["custom_fields"]?.object ?? [:]).keys) {
        throw SeedError(description: "\(path).custom_fields: unknown field")
      }
    }
    for (index, event) in (json["events"]?.array ?? []).enumerated() {
      if let start = event["start"]?.string, WireDate.parse(start) == nil {
        throw SeedError(description: "events[\(index)].start does not have a valid value")
      }
    }
  }

  private func addContacts(_ rows: [JSON]) {
    func ids(_ existing: [String: String]) -> [String: String] {
      Dictionary(existing.flatMap { [($0.key, $0.key), ($0.value, $0.key)] }, uniquingKeysWith: { first, _ in first })
    }
    let (lists, tags, fields) = (ids(lists), ids(tags), ids(customFields))
    let choices = Dictionary(
      uniqueKeysWithValues: Set(fields.values).map { ($0, self.choices(ofCustomField: $0)) })
    for row in rows {
      var contact = Contact(
        id: row["id"]?.string ?? "", address: row["email"]?.string,
        state: Contact.State(rawValue: row["state"]?.string ?? "") ?? .implicit,
        firstName: row["first_name"]?.string, lastName: row["last_name"]?.string, jobTitle: row["job_title"]?.string,
        companyName: row["company_name"]?.string, lists: row.texts("lists").compactMap { lists[$0] },
        tags: row.texts("tags").compactMap { tags[$0] })
      for (name, value) in row["custom_fields"]?.object ?? [:] {
        guard let id = fields[name] else { continue }
        if let text = value.string { contact.customFields[id] = text }
        if let labels = value.array {
          contact.choices[id] = labels.compactMap(\.string).compactMap { choices[id]?[$0] }
        }
      }
      add(contact)
    }
  }

  private func addEvent(_ row: JSON) {
    let id = add(
      event: row.name, startsAt: row["start"]?.string.flatMap { WireDate.parse($0) }, id: row["id"]?.string,
      trackID: row["track_id"]?.string)
    guard let index = events.index(of: id) else { return }
    for person in row["registrations"]?.array ?? [] {
      let tickets = (person["tickets"]?.array ?? []).map { ticket in
        let price: Double =
          switch ticket["price"] {
          case .integer(let number)?: Double(number)
          case .number(let number)?: number
          default: 0
          }
        return Registrant.Ticket(ticket.name, price: price)
      }
      let registrant = Registrant(
        firstName: person["first_name"]?.string ?? "", lastName: person["last_name"]?.string ?? "",
        address: person["email"]?.string ?? "", tickets: tickets.isEmpty ? [Registrant.Ticket()] : tickets,
        paymentMethod: person["payment_method"]?.string)
      addRegistration(registrant, toEventAt: index)
    }
    if let status = row["status"]?.string { events[index].status = status }
  }
}

extension JSON {
  fileprivate var name: String { self["name"]?.string ?? "" }
  fileprivate func texts(_ name: String) -> [String] { (self[name]?.array ?? []).compactMap(\.string) }
}
