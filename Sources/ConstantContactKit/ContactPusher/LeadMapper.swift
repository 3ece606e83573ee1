internal import ConstantContactCore
internal import ConstantContactResources

/// A lead that was checked without a request: either settled, or ready to be delivered.
struct PreparedLead: Sendable {
  enum State: Sendable {
    case settled(DeliveryReport.Outcome)
    case ready(NewContact)
  }

  let position: Int
  let email: String?
  /// Values for custom fields by name. They need the account's fields and are resolved during delivery.
  var customFields: [String: String] = [:]
  var notes: [DeliveryReport.Note] = []
  var state: State

  /// The report of a settled lead.
  var settledReport: DeliveryReport? {
    if case .settled(let outcome) = state { report(outcome) } else { nil }
  }

  func report(
    _ outcome: DeliveryReport.Outcome,
    _ contact: Contact? = nil,
    id: ContactID? = nil,
    notes: [DeliveryReport.Note] = []
  ) -> DeliveryReport {
    DeliveryReport(
      position: position, email: email, outcome: outcome, contact: contact, contactID: id, notes: notes)
  }
}

/// Maps leads to new contacts: removes whitespace, applies limits, and notes what is lost.
struct LeadMapper {
  let options: ContactPusher.Options
  private var notes: [DeliveryReport.Note] = []
  private let check = InputCheck(OperationDescriptor.contactsCreate.name)

  init(options: ContactPusher.Options) { self.options = options }

  static func prepare(_ lead: Lead, at position: Int, options: ContactPusher.Options) -> PreparedLead {
    var mapper = LeadMapper(options: options)
    let candidates = [lead.workEmail, lead.personalEmail].compactMap(\.trimmed)
    guard let email = candidates.first(where: isUsable) else {
      let skip: DeliveryReport.Skip = candidates.isEmpty ? .noEmail : .invalidEmail
      return PreparedLead(position: position, email: candidates.first, state: .settled(.skipped(skip)))
    }
    for other in candidates where other.lowercased() != email.lowercased() {
      mapper.notes.append(.notSent(field: "email_address", reason: isUsable(other) ? .secondEmail : .invalid))
    }
    do {
      let contact = try mapper.contact(for: lead, email: email)
      return PreparedLead(
        position: position, email: email, customFields: try mapper.customFields(of: lead), notes: mapper.notes,
        state: .ready(contact))
    } catch {
      return PreparedLead(position: position, email: email, state: .settled(.failed(.wrapping(error))))
    }
  }

  private static func isUsable(_ email: String) -> Bool {
    EmailSyntax.isPlausible(email) && email.unicodeScalars.count <= ContactLimits.emailAddress
  }

  private mutating func contact(for lead: Lead, email: String) throws -> NewContact {
    var contact = NewContact(email: email, permission: options.permission, createSource: options.createSource)
    contact.firstName = try text("first_name", lead.firstName, ContactLimits.name)
    contact.lastName = try text("last_name", lead.lastName, ContactLimits.name)
    contact.jobTitle = try text("job_title", lead.jobTitle, ContactLimits.name)
    contact.companyName = try text("company_name", lead.companyName, ContactLimits.name)
    contact.phoneNumbers = try phones(of: lead)
    contact.streetAddresses = try addresses(of: lead)
    contact.anniversary = try anniversary(lead.anniversary)
    if try isValidBirthday(month: lead.birthdayMonth, day: lead.birthdayDay) {
      contact.birthdayMonth = lead.birthdayMonth
      contact.birthdayDay = lead.birthdayDay
    }
    return contact
  }

  private mutating func customFields(of lead: Lead) throws -> [String: String] {
    var fields: [String: String] = [:]
    for (name, value) in lead.customFields {
      guard let name = Optional(name).trimmed, let value = value.trimmed else { continue }
      fields[name] = value
    }
    if let fax = lead.fax.trimmed, !fields.keys.contains(where: { $0.lowercased() == "fax" }) { fields["Fax"] = fax }
    // Truncation depends on the field's type, which is not known yet.
    if options.overlongValue == .fail {
      for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
        _ = try text("custom_fields.\(name)", value, ContactLimits.customFieldValue)
      }
    }
    return fields
  }

  // MARK: Phones and addresses

  private mutating func phones(of lead: Lead) throws -> [PhoneNumber] {
    let companyKind: PhoneNumber.Kind = lead.workPhone.trimmed == nil ? .work : .other
    let candidates: [(String?, PhoneNumber.Kind)] = [
      (lead.workPhone, .work), (lead.personalPhone, .mobile), (lead.homePhone, .home), (lead.companyPhone, companyKind),
    ]
    var phones: [PhoneNumber] = []
    for (number, kind) in candidates {
      let field = "phone_numbers.\(kind)"
      guard let number = try exact(field, number, ContactLimits.phoneNumber) else { continue }
      if phones.contains(where: { $0.number == number }) { continue }
      if phones.count == ContactLimits.phoneNumbers {
        notes.append(.notSent(field: field, reason: .limitReached))
      } else {
        phones.append(PhoneNumber(number, kind: kind))
      }
    }
    return phones
  }

  private mutating func addresses(of lead: Lead) throws -> [StreetAddress] {
    let companyKind: StreetAddress.Kind = options.addressKind == .work && lead.address.hasValue ? .other : .work
    return [
      try address(lead.address, kind: options.addressKind),
      try address(lead.companyAddress, kind: companyKind),
    ].compactMap(\.self)
  }

  private mutating func address(_ address: Lead.Address, kind: StreetAddress.Kind) throws -> StreetAddress? {
    guard address.hasValue else { return nil }
    let field = "street_addresses.\(kind)"
    let street = [address.street.trimmed, address.street2.trimmed].compactMap(\.self).joined(separator: ", ")
    return StreetAddress(
      kind: kind,
      street: try text("\(field).street", street, ContactLimits.street),
      city: try text("\(field).city", address.city, ContactLimits.name),
      state: try text("\(field).state", address.state, ContactLimits.name),
      postalCode: try exact("\(field).postal_code", address.postalCode, ContactLimits.name),
      country: try text("\(field).country", address.country, ContactLimits.name)
    )
  }

  // MARK: Dates

  private mutating func anniversary(_ value: String?) throws -> String? {
    guard let value = value.trimmed else { return nil }
    if let date = Self.date(value) { return date }
    try reject("anniversary", "is not a date such as 2006-11-15 or 11/15/2006")
    return nil
  }

  private mutating func isValidBirthday(month: Int?, day: Int?) throws -> Bool {
    if month == nil && day == nil { return false }
    // Without a year, 29 February is a birthday.
    if let month, let day, Self.isDay(day, ofMonth: month, year: 2000) { return true }
    try reject("birthday_day", "and `birthday_month` are not a day of the year")
    return false
  }

  private mutating func reject(_ field: String, _ fault: String) throws {
    if options.overlongValue == .fail { try check.require(false, field, fault) }
    notes.append(.notSent(field: field, reason: .invalid))
  }

  /// The date as `2006-11-15`, which is how the API returns it, from one of the spellings that the contract lists: the year has
  /// four digits and comes first or last.
  private static func date(_ text: String) -> String? {
    for separator in ["/", "-"] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { continue }
      let (year, month, day) =
        parts[0].count == 4 ? (parts[0], parts[1], parts[2]) : (parts[2], parts[0], parts[1])
      guard year.count == 4, (1...2).contains(month.count), (1...2).contains(day.count) else { return nil }
      guard let number = Int(day), isDay(number, ofMonth: Int(month) ?? 0, year: Int(year) ?? 0) else { return nil }
      return [year, month.count == 1 ? "0" + month : month, day.count == 1 ? "0" + day : day].joined(separator: "-")
    }
    return nil
  }

  private static func isDay(_ day: Int, ofMonth month: Int, year: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return day <= [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  // MARK: Limits

  /// The trimmed value, truncated to the limit when the options allow it.
  private mutating func text(_ field: String, _ value: String?, _ limit: Int) throws -> String? {
    guard let value = value.trimmed, value.unicodeScalars.count > limit else { return value.trimmed }
    if options.overlongValue == .fail { try check.length(field, value, limit: limit) }
    notes.append(.truncated(field: field, limit: limit))
    return value.truncated(to: limit)
  }

  /// The trimmed value; a value over the limit is not sent when the options allow that, since its beginning would be wrong.
  private mutating func exact(_ field: String, _ value: String?, _ limit: Int) throws -> String? {
    guard let value = value.trimmed, value.unicodeScalars.count > limit else { return value.trimmed }
    if options.overlongValue == .fail { try check.length(field, value, limit: limit) }
    notes.append(.notSent(field: field, reason: .tooLong(limit: limit)))
    return nil
  }

}

extension Lead.Address {
  fileprivate var hasValue: Bool {
    [street, street2, city, state, postalCode, country].contains { $0.trimmed != nil }
  }
}

extension ContactLimits {
  static let phoneNumbers = 3
  static let streetAddresses = 3
}

extension String {
  /// The text without surrounding whitespace; `nil` when nothing is left.
  var trimmed: String? {
    let text = self.drop(while: \.isWhitespace)
    guard let end = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(text[...end])
  }

  /// The longest prefix of whole characters within a number of Unicode scalars, so that no letter loses its accent.
  func truncated(to limit: Int) -> String {
    var used = 0
    let end = indices.first { index in
      used += self[index].unicodeScalars.count
      return used > limit
    }
    return String(self[..<(end ?? endIndex)])
  }
}

extension Optional where Wrapped == String {
  /// The text without surrounding whitespace; `nil` when nothing is left.
  var trimmed: String? { flatMap(\.trimmed) }
}

extension ConstantContactError {
  /// Any error as one of the library's.
  static func wrapping(_ error: any Error) -> ConstantContactError {
    error as? ConstantContactError
      ?? ConstantContactError(.connection, "The lead was not delivered.", operation: "push", cause: error)
  }
}
