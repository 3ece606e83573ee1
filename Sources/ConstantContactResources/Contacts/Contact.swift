public import ConstantContactCore
public import ConstantContactTransport

/// A contact of the account.
///
/// The properties of ``ContactDetails``, such as `firstName` and `listMemberships`, are available on the contact itself.
///
/// The API returns lists, tags, phone numbers, addresses, custom fields and notes only when requested (``Contact/Part``):
/// `nil` means "not requested or not returned", an empty array "none". A field of an unexpected type reads as `nil`
/// and is named in ``unreadableFields``.
///
/// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
@dynamicMemberLookup
public struct Contact: Identifiable, APIModel {
  /// The contact's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: ContactID = ""
  /// The email address and its permission. `nil` for contacts that have only a phone number or a name.
  public var email: ContactEmail?
  /// The contact's name, company, birthday, phone numbers, lists and so on.
  public var details = ContactDetails()
  /// Who created the contact.
  public var createSource: ContactSource?
  /// Who updated it last.
  public var updateSource: ContactSource?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update. Opting out does not change it.
  public var updatedAt: Timestamp?
  /// The date of deletion, without a time; `nil` for a contact that is not deleted.
  public var deletedAt: Timestamp?
  /// The notes, newest first.
  public var notes: [ContactNote]?
  /// The phone number for text messages.
  public var smsChannel: SMSChannel?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("contact_id", &id, .readOnly)
    mapper.map("email_address", &email)
    details.mapFields(&mapper)
    mapper.map("create_source", &createSource)
    mapper.map("update_source", &updateSource)
    mapper.map("created_at", &createdAt, .readOnly)
    mapper.map("updated_at", &updatedAt, .readOnly)
    mapper.map("deleted_at", &deletedAt, .readOnly)
    mapper.map("notes", &notes)
    mapper.map("sms_channel", &smsChannel)
  }

  /// A property of ``details``.
  public subscript<Value>(dynamicMember keyPath: WritableKeyPath<ContactDetails, Value>) -> Value {
    get { details[keyPath: keyPath] }
    set { details[keyPath: keyPath] = newValue }
  }

  /// The contact's state: deleted, or what the permission to send amounts to.
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
  /// A part of a contact that the API returns only when requested. Query parameter `include`.
  public struct Part: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a part from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The values of custom fields.
    public static let customFields: Part = "custom_fields"
    /// The lists that the contact is on.
    public static let listMemberships: Part = "list_memberships"
    /// The phone numbers.
    public static let phoneNumbers: Part = "phone_numbers"
    /// The street addresses.
    public static let streetAddresses: Part = "street_addresses"
    /// The tags.
    public static let taggings: Part = "taggings"
    /// The notes.
    public static let notes: Part = "notes"
  }
}

extension Set<Contact.Part> {
  /// Every part that the contract names.
  public static var all: Set<Contact.Part> {
    [.customFields, .listMemberships, .phoneNumbers, .streetAddresses, .taggings, .notes]
  }
}

extension Contact: Redacting {
  /// The ID and the state, without personal data.
  public var description: String { "Contact(\(id), \(state.rawValue))" }
}
