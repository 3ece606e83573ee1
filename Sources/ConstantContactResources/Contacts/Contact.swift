public import ConstantContactCore
public import ConstantContactTransport

/// A contact as the service has it.
///
/// Lists, tags, phones, addresses, custom fields and notes are there only when they were asked for
/// (``Contact/Part``): `nil` means "not asked for or not sent", an empty array "none".
///
/// Nothing in a response keeps a contact from being read. What has an unexpected type reads as `nil` and is named in
/// ``unreadableFields``. See the vendor's page "Contact resource".
public struct Contact: Sendable, Hashable, Identifiable, Decodable {
  /// The contact's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: ContactID
  /// The e-mail address and the permission to send to it. `nil` for contacts with a phone or a name only.
  public let email: ContactEmail?
  /// The first name, at most 50 characters.
  public let firstName: String?
  /// The last name, at most 50 characters.
  public let lastName: String?
  /// The job title, at most 50 characters.
  public let jobTitle: String?
  /// The company, at most 50 characters.
  public let companyName: String?
  /// The month of the birthday, 1 to 12.
  public let birthdayMonth: Int?
  /// The day of the birthday, 1 to 31.
  public let birthdayDay: Int?
  /// The anniversary, as text such as `2006-11-15`.
  public let anniversary: String?
  /// Who created the contact.
  public let createSource: ContactSource?
  /// Who changed it last.
  public let updateSource: ContactSource?
  /// When it was created.
  public let createdAt: Timestamp?
  /// When it was changed last. An opt-out does not move it.
  public let updatedAt: Timestamp?
  /// When it was deleted; a date without a time. `nil` while it is not.
  public let deletedAt: Timestamp?
  /// Values of custom fields.
  public let customFields: [ContactCustomField]?
  /// Phone numbers.
  public let phoneNumbers: [PhoneNumber]?
  /// Street addresses.
  public let streetAddresses: [StreetAddress]?
  /// The lists it is on, at most 50.
  public let listMemberships: [ListID]?
  /// The tags it carries, at most 50.
  public let taggings: [TagID]?
  /// Notes, newest first.
  public let notes: [ContactNote]?
  /// The phone for text messages.
  public let smsChannel: SMSChannel?
  /// The properties that were there but could not be read, by the service's names. ``ContactsAPI/update(_:source:consent:reviving:_:)``
  /// refuses to write such a contact back, since it would lose them.
  public let unreadableFields: Set<String>

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

  enum CodingKeys: String, CodingKey {
    case id = "contact_id"
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
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case deletedAt = "deleted_at"
    case customFields = "custom_fields"
    case phoneNumbers = "phone_numbers"
    case streetAddresses = "street_addresses"
    case listMemberships = "list_memberships"
    case taggings
    case notes
    case smsChannel = "sms_channel"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    email = container[.email]
    firstName = container[.firstName]
    lastName = container[.lastName]
    jobTitle = container[.jobTitle]
    companyName = container[.companyName]
    birthdayMonth = container[.birthdayMonth]
    birthdayDay = container[.birthdayDay]
    anniversary = container[.anniversary]
    createSource = container[.createSource]
    updateSource = container[.updateSource]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
    deletedAt = container[.deletedAt]
    customFields = container.array(.customFields)
    phoneNumbers = container.array(.phoneNumbers)
    streetAddresses = container.array(.streetAddresses)
    listMemberships = container.array(.listMemberships)
    taggings = container.array(.taggings)
    notes = container.array(.notes)
    smsChannel = container[.smsChannel]

    var unreadable = container.malformed
    if email?.malformed.isEmpty == false { unreadable.insert(CodingKeys.email.rawValue) }
    if customFields?.contains(where: { !$0.malformed.isEmpty }) == true {
      unreadable.insert(CodingKeys.customFields.rawValue)
    }
    if phoneNumbers?.contains(where: { !$0.malformed.isEmpty }) == true {
      unreadable.insert(CodingKeys.phoneNumbers.rawValue)
    }
    if streetAddresses?.contains(where: { !$0.malformed.isEmpty }) == true {
      unreadable.insert(CodingKeys.streetAddresses.rawValue)
    }
    unreadableFields = unreadable
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
