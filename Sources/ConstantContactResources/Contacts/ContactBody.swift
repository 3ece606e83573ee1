internal import ConstantContactCore

/// The body of a request that creates or replaces a contact.
struct ContactBody: Encodable {
  struct Email: Encodable {
    var address: String
    var permissionToSend: PermissionToSend?
    var optOutReason: String?

    enum CodingKeys: String, CodingKey {
      case address
      case permissionToSend = "permission_to_send"
      case optOutReason = "opt_out_reason"
    }
  }

  var email: Email?
  var firstName: String?
  var lastName: String?
  var jobTitle: String?
  var companyName: String?
  var birthdayMonth: Int?
  var birthdayDay: Int?
  var anniversary: String?
  var createSource: ContactSource?
  var updateSource: ContactSource?
  var customFields: Change<[ContactCustomField]> = .keep
  var phoneNumbers: Change<[PhoneNumber]> = .keep
  var streetAddresses: Change<[StreetAddress]> = .keep
  var listMemberships: Change<[ListID]> = .keep
  var taggings: Change<[TagID]> = .keep
  var notes: Change<[ContactNote]> = .keep

  enum CodingKeys: String, CodingKey {
    case email = "email_address"
    case firstName = "first_name"
    case lastName = "last_name"
    case jobTitle = "job_title"
    case companyName = "company_name"
    case birthdayMonth = "birthday_month"
    case birthdayDay = "birthday_day"
    case anniversary
    case createSource = "create_source"
    case updateSource = "update_source"
    case customFields = "custom_fields"
    case phoneNumbers = "phone_numbers"
    case streetAddresses = "street_addresses"
    case listMemberships = "list_memberships"
    case taggings
    case notes
  }

  /// - Parameter omittingEmpty: Whether empty collections are left out, as a new contact wants it, or sent, as a replacement
  ///   does.
  init(_ details: ContactDetails, omittingEmpty: Bool) {
    func change<Element>(_ elements: [Element]) -> Change<[Element]> {
      elements.isEmpty && omittingEmpty ? .keep : .set(elements)
    }
    firstName = details.firstName
    lastName = details.lastName
    jobTitle = details.jobTitle
    companyName = details.companyName
    birthdayMonth = details.birthdayMonth
    birthdayDay = details.birthdayDay
    anniversary = details.anniversary
    customFields = change(details.customFields)
    phoneNumbers = change(details.phoneNumbers)
    streetAddresses = change(details.streetAddresses)
    listMemberships = change(details.listMemberships)
    taggings = change(details.taggings)
  }

  /// Checks the limits of the contract.
  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.length("email_address.address", email?.address, limit: ContactLimits.emailAddress)
    try check.length("email_address.opt_out_reason", email?.optOutReason, limit: 255)
    try check.require(
      email.map { EmailSyntax.isPlausible($0.address) } ?? true, "email_address.address is no e-mail address")
    try check.length("first_name", firstName, limit: ContactLimits.name)
    try check.length("last_name", lastName, limit: ContactLimits.name)
    try check.length("job_title", jobTitle, limit: ContactLimits.name)
    try check.length("company_name", companyName, limit: ContactLimits.name)
    try check.length("anniversary", anniversary, limit: 10)
    try check.range("birthday_month", birthdayMonth, 1...12)
    try check.range("birthday_day", birthdayDay, 1...31)
    try check.require(
      (birthdayMonth == nil) == (birthdayDay == nil), "birthday_month and birthday_day have to be set together")
    try check.count("custom_fields", customFields.value?.count, limit: 50)
    for field in customFields.value ?? [] {
      try check.length("custom_fields.value", field.value, limit: ContactLimits.customFieldValue)
    }
    try check.count("phone_numbers", phoneNumbers.value?.count, limit: 3)
    for phone in phoneNumbers.value ?? [] {
      try check.length("phone_numbers.phone_number", phone.number, limit: ContactLimits.phoneNumber)
    }
    try check.count("street_addresses", streetAddresses.value?.count, limit: 3)
    for address in streetAddresses.value ?? [] {
      try check.length("street_addresses.street", address.street, limit: ContactLimits.street)
      try check.length("street_addresses.city", address.city, limit: ContactLimits.name)
      try check.length("street_addresses.state", address.state, limit: ContactLimits.name)
      try check.length("street_addresses.postal_code", address.postalCode, limit: ContactLimits.name)
      try check.length("street_addresses.country", address.country, limit: ContactLimits.name)
    }
    try check.count("list_memberships", listMemberships.value?.count, limit: ContactLimits.lists)
    try check.count("taggings", taggings.value?.count, limit: 50)
    try check.count("notes", notes.value?.count, limit: 150)
    for note in notes.value ?? [] {
      try check.length("notes.content", note.content, limit: 2000)
    }
  }
}
