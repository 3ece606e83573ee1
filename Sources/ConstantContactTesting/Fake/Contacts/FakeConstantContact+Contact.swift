#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension FakeConstantContact {
  /// A contact as tests add it and find it.
  public struct Contact: Sendable, Hashable {
    /// The states of a contact, by their raw API values.
    public enum State: String, Sendable, Hashable, CaseIterable {
      /// May be mailed because of a business relationship.
      case implicit
      /// May be mailed because the person agreed.
      case explicit
      /// The person has not confirmed yet.
      case pendingConfirmation = "pending_confirmation"
      /// Opted out; see ``Contact/optOutSource``.
      case unsubscribed
      /// Put on hold by Constant Contact.
      case tempHold = "temp_hold"
      /// No permission is known.
      case notSet = "not_set"
      /// Deleted; the address remains taken.
      case deleted
    }

    /// The ID; generated when the contact is added without one.
    public var id: String
    /// The email address, if any.
    public var address: String?
    /// The state.
    public var state: State
    /// The source of an unsubscribed contact's opt-out, `Contact` or `Account`.
    public var optOutSource: String?
    /// The first name.
    public var firstName: String?
    /// The last name.
    public var lastName: String?
    /// The job title.
    public var jobTitle: String?
    /// The company name.
    public var companyName: String?
    /// The IDs of the contact's lists.
    public var lists: [String]
    /// The IDs of the contact's tags.
    public var tags: [String]
    /// The values of custom fields, by field ID.
    public var customFields: [String: String]
    /// The choice IDs of `single_select` and `multi_select` fields, by field ID.
    public var choices: [String: [String]]
    /// The source of the contact's creation, `Account` or `Contact`.
    public var createSource: String?
    /// The source of the last change, `Account` or `Contact`.
    public internal(set) var updateSource: String?
    /// The creation date, set by the fake.
    public internal(set) var createdAt: Date?
    /// The date of the last change, set by the fake.
    public internal(set) var updatedAt: Date?
    /// The contact as JSON of the API with all sub-resources; empty before it is added.
    public internal(set) var json = Data()

    /// Creates a contact to add to the account.
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
      tags: [String] = [],
      customFields: [String: String] = [:],
      choices: [String: [String]] = [:],
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
      self.tags = tags
      self.customFields = customFields
      self.choices = choices
      self.createSource = createSource
    }
  }
}

extension FakeConstantContact.Contact: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The ID and the state, without personal data.
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
    tags = (record.parts["taggings"] ?? []).compactMap(\.string)
    (customFields, choices) = ([:], [:])
    for field in record.parts["custom_fields"] ?? [] {
      guard let id = field["custom_field_id"]?.string else { continue }
      customFields[id] = field["value"]?.string
      choices[id] = field["choice_ids"]?.array?.compactMap(\.string)
    }
    createSource = record.createSource
    updateSource = record.updateSource
    createdAt = record.createdAt
    updatedAt = record.updatedAt
    json = record.json(including: Set(ContactRecord.partNames)).data
  }
}
