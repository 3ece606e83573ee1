/// The checks of contacts that go beyond types and lengths.
extension FakeConstantContact {
  func checkContact(_ body: JSON) throws {
    var faults: [String] = []
    if let address = (body["email_address"]?["address"] ?? body["email_address"])?.string, !Self.isPlausible(address) {
      faults.append("email_address.address is not a valid email address")
    }
    if (body["birthday_month"] == nil) != (body["birthday_day"] == nil) {
      faults.append("birthday_month and birthday_day must be given together")
    }
    if let anniversary = body["anniversary"]?.string, !anniversary.isEmpty, WireDate.anniversary(anniversary) == nil {
      faults.append("anniversary does not have a valid value")
    }
    faults += listFaults(in: body["list_memberships"], "list_memberships")
    faults += tagFaults(in: body["taggings"], "taggings")
    faults += customFieldFaults(in: body["custom_fields"])
    if !faults.isEmpty { throw Reply.invalid(faults) }
  }

  /// Returns what is wrong with list IDs: each must name a list that is not deleted.
  func listFaults(in ids: JSON?, _ name: String) -> [String] {
    (ids?.array ?? []).compactMap(\.string)
      .filter { id in !listRecords.contains { $0.id == id && $0.deletedAt == nil } }
      .map { "\(name): there is no list \($0)" }
  }

  /// Returns what is wrong with tag IDs: each must name a tag.
  func tagFaults(in ids: JSON?, _ name: String) -> [String] {
    (ids?.array ?? []).compactMap(\.string)
      .filter { id in !tagRecords.contains { $0.id == id } }
      .map { "\(name): there is no tag \($0)" }
  }

  private func customFieldFaults(in fields: JSON?) -> [String] {
    var seen: Set<String> = []
    return (fields?.array ?? []).flatMap { item -> [String] in
      guard let id = item["custom_field_id"]?.string else { return [] }
      guard let field = fieldRecords.first(where: { $0.id == id }) else {
        return ["custom_fields: there is no custom field \(id)"]
      }
      let repeated = seen.insert(id).inserted ? [] : ["custom_fields: \(id) is given more than once"]
      return repeated + field.faults(in: item)
    }
  }

  /// Throws the 409 when the body's address belongs to another contact.
  func checkAddress(in body: JSON, of record: ContactRecord?) throws {
    guard let address = body["email_address"]?["address"]?.string, let holder = contacts.holder(of: address),
      holder.id != record?.id
    else { return }
    switch configuration.conflictWording {
    case .namesContact: throw Reply.conflict("Email already exists for contact \(holder.id)")
    case .namesContactAfterPrefix:
      throw Reply.conflict("Validation failed: Email already exists for contact \(holder.id)")
    case .omitsContact: throw Reply.conflict("Validation failed: EmailAddress is not unique")
    }
  }

  static func isPlausible(_ address: String) -> Bool {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !address.contains(where: \.isWhitespace)
  }
}
