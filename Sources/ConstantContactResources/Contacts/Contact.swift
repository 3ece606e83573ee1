public import ConstantContactCore
public import ConstantContactTransport

/// A contact as the service has it.
///
/// Lists, tags, phones, addresses, custom fields and notes are there only when they were asked for
/// (``Contact/Part``): `nil` means "not asked for or not sent", an empty array "none".
///
/// Nothing in a response keeps a contact from being read. What has an unexpected type reads as `nil` and is named in
/// ``unreadableFields``. See the vendor's page "Contact resource".
public struct Contact: Identifiable, APIModel {
  /// The contact's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: ContactID = ""
  /// The e-mail address and the permission to send to it. `nil` for contacts with a phone or a name only.
  public var email: ContactEmail?
  /// The first name, at most 50 characters.
  public var firstName: String?
  /// The last name, at most 50 characters.
  public var lastName: String?
  /// The job title, at most 50 characters.
  public var jobTitle: String?
  /// The company, at most 50 characters.
  public var companyName: String?
  /// The month of the birthday, 1 to 12.
  public var birthdayMonth: Int?
  /// The day of the birthday, 1 to 31.
  public var birthdayDay: Int?
  /// The anniversary, as text such as `2006-11-15`.
  public var anniversary: String?
  /// Who created the contact.
  public var createSource: ContactSource?
  /// Who changed it last.
  public var updateSource: ContactSource?
  /// When it was created.
  public var createdAt: Timestamp?
  /// When it was changed last. An opt-out does not move it.
  public var updatedAt: Timestamp?
  /// When it was deleted; a date without a time. `nil` while it is not.
  public var deletedAt: Timestamp?
  /// Values of custom fields.
  public var customFields: [ContactCustomField]?
  /// Phone numbers.
  public var phoneNumbers: [PhoneNumber]?
  /// Street addresses.
  public var streetAddresses: [StreetAddress]?
  /// The lists it is on, at most 50.
  public var listMemberships: [ListID]?
  /// The tags it carries, at most 50.
  public var taggings: [TagID]?
  /// Notes, newest first.
  public var notes: [ContactNote]?
  /// The phone for text messages.
  public var smsChannel: SMSChannel?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("contact_id", &id)
    mapper.map("email_address", &email)
    mapper.map("first_name", &firstName)
    mapper.map("last_name", &lastName)
    mapper.map("job_title", &jobTitle)
    mapper.map("company_name", &companyName)
    mapper.map("birthday_month", &birthdayMonth)
    mapper.map("birthday_day", &birthdayDay)
    mapper.map("anniversary", &anniversary)
    mapper.map("create_source", &createSource)
    mapper.map("update_source", &updateSource)
    mapper.map("created_at", &createdAt)
    mapper.map("updated_at", &updatedAt)
    mapper.map("deleted_at", &deletedAt)
    mapper.map("custom_fields", &customFields)
    mapper.map("phone_numbers", &phoneNumbers)
    mapper.map("street_addresses", &streetAddresses)
    mapper.map("list_memberships", &listMemberships)
    mapper.map("taggings", &taggings)
    mapper.map("notes", &notes)
    mapper.map("sms_channel", &smsChannel)
  }

  /// How the contact stands towards the account.
  public var state: ContactState {
    if deletedAt != nil { return .deleted }
    switch email?.permissionToSend {
    case .implicit, .explicit: return .active
    case .pendingConfirmation: return .pending
    case .unsubscribed: return .unsubscribed
    case .tempHold: return .onHold
    case .notSet, nil: return .notSet
    default: return .other
    }
  }
}

extension Contact {
  /// A part of a contact that is sent only when it is asked for. Query parameter `include`.
  public struct Part: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a part from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Values of custom fields.
    public static let customFields: Part = "custom_fields"
    /// The lists it is on.
    public static let listMemberships: Part = "list_memberships"
    /// Phone numbers.
    public static let phoneNumbers: Part = "phone_numbers"
    /// Street addresses.
    public static let streetAddresses: Part = "street_addresses"
    /// Tags.
    public static let taggings: Part = "taggings"
    /// Notes.
    public static let notes: Part = "notes"
  }
}

extension Set<Contact.Part> {
  /// Every part the contract names.
  public static var all: Set<Contact.Part> {
    [.customFields, .listMemberships, .phoneNumbers, .streetAddresses, .taggings, .notes]
  }
}

extension Contact: Redacting {
  /// Id and state, none of the personal data.
  public var description: String { "Contact(\(id), \(state.rawValue))" }
}
