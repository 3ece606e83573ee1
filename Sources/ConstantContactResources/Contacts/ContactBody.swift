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
  var customFields: FieldChange<[ContactCustomField]> = .keep
  var phoneNumbers: FieldChange<[PhoneNumber]> = .keep
  var streetAddresses: FieldChange<[StreetAddress]> = .keep
  var listMemberships: FieldChange<[ListID]> = .keep
  var taggings: FieldChange<[TagID]> = .keep
  var notes: FieldChange<[ContactNote]> = .keep

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
    func change<Element>(_ elements: [Element]) -> FieldChange<[Element]> {
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
}
