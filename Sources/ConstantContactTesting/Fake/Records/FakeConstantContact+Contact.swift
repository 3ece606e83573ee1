#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension FakeConstantContact {
  /// A contact: what tests put into the account, and what they find there.
  public struct Contact: Sendable, Hashable {
    /// The states a contact can be in, by the API's own names.
    public enum State: String, Sendable, Hashable, CaseIterable {
      /// May be mailed: there is a business relationship.
      case implicit
      /// May be mailed: the person asked for it.
      case explicit
      /// Has not confirmed yet.
      case pendingConfirmation = "pending_confirmation"
      /// Opted out; see ``Contact/optOutSource``.
      case unsubscribed
      /// On hold, by the vendor.
      case tempHold = "temp_hold"
      /// No permission known.
      case notSet = "not_set"
      /// Deleted, but still the holder of its address.
      case deleted
    }

    /// The id; made up when the contact is added without one.
    public var id: String
    /// The e-mail address, if there is one.
    public var address: String?
    /// The state.
    public var state: State
    /// Who ended the permission of an unsubscribed contact, `Contact` or `Account`.
    public var optOutSource: String?
    /// The first name.
    public var firstName: String?
    /// The last name.
    public var lastName: String?
    /// The job title.
    public var jobTitle: String?
    /// The company's name.
    public var companyName: String?
    /// The ids of the lists it is on.
    public var lists: [String]
    /// Values of custom fields by the fields' ids.
    public var customFields: [String: String]
    /// Who created it, `Account` or `Contact`.
    public var createSource: String?
    /// Who changed it last, `Account` or `Contact`.
    public internal(set) var updateSource: String?
    /// When it was created; set by the fake.
    public internal(set) var createdAt: Date?
    /// When it was changed last; set by the fake.
    public internal(set) var updatedAt: Date?
    /// The whole contact as the API would show it with everything included; empty until the fake has it.
    public internal(set) var json = Data()

    /// Makes a contact to be put into the account.
    public init(
      id: String = "",
      address: String? = nil,
      state: State = .implicit,
      optOutSource: String? = nil,
      firstName: String? = nil,
      lastName: String? = nil,
      jobTitle: String? = nil,
      companyName: String? = nil,
      lists: [String] = [],
      customFields: [String: String] = [:],
      createSource: String? = "Account"
    ) {
      self.id = id
      self.address = address
      self.state = state
      self.optOutSource = optOutSource
      self.firstName = firstName
      self.lastName = lastName
      self.jobTitle = jobTitle
      self.companyName = companyName
      self.lists = lists
      self.customFields = customFields
      self.createSource = createSource
    }
  }
}

extension FakeConstantContact.Contact: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Id and state, nothing about the person.
  public var description: String { "contact \(id), \(state.rawValue)" }
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror that shows no more than `description`.
  public var customMirror: Mirror { Mirror(self, children: ["contact": description]) }
}

extension FakeConstantContact.Contact {
  init(_ record: ContactRecord) {
    id = record.id
    address = record.email?.address
    state = record.deletedAt != nil ? .deleted : State(rawValue: record.permission) ?? .notSet
    optOutSource = record.email?.optOutSource
    firstName = record.core["first_name"]?.string
    lastName = record.core["last_name"]?.string
    jobTitle = record.core["job_title"]?.string
    companyName = record.core["company_name"]?.string
    lists = (record.parts["list_memberships"] ?? []).compactMap(\.string)
    let fields = (record.parts["custom_fields"] ?? []).compactMap { field -> (String, String)? in
      guard let id = field["custom_field_id"]?.string, let value = field["value"]?.string else { return nil }
      return (id, value)
    }
    customFields = Dictionary(fields, uniquingKeysWith: { $1 })
    createSource = record.createSource
    updateSource = record.updateSource
    createdAt = record.createdAt
    updatedAt = record.updatedAt
    json = record.json(including: Set(ContactRecord.partNames)).data
  }
}
