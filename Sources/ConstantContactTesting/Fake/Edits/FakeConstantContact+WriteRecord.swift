extension FakeConstantContact {
  /// A change that a request made. See ``FakeConstantContact/writes``.
  public struct WriteRecord: Sendable, Hashable {
    /// The kinds of changes.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// The resource is new.
      case created
      /// The resource changed. Reviving a deleted contact is an update.
      case updated
      /// The resource was deleted.
      case deleted
    }

    /// The resources that can change.
    public enum Resource: String, Sendable, Hashable, CaseIterable {
      /// A contact.
      case contact
      /// A contact list.
      case list
      /// A custom field.
      case customField
      /// A tag.
      case tag
      /// A segment.
      case segment
      /// The account's own data.
      case account
      /// An event.
      case event
      /// A registration for an event.
      case registration
      /// An automation.
      case automation
      /// A social post.
      case socialPost
      /// An account of a partner's customer.
      case partnerAccount
      /// A webhook subscription.
      case webhook
      /// An email campaign.
      case campaign
    }

    /// What happened.
    public let kind: Kind
    /// The kind of resource that changed.
    public let resource: Resource
    /// The resource's ID.
    public let id: String
    /// A contact's email address after the change.
    public let address: String?
    /// The ``RequestRecord/index`` of the request.
    public let requestIndex: Int
  }
}

extension FakeConstantContact.WriteRecord: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The kind of change and the ID, without the address.
  public var description: String { "\(kind.rawValue) \(resource.rawValue) \(id) by request \(requestIndex)" }
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror that shows no more than `description`.
  public var customMirror: Mirror { Mirror(self, children: ["write": description]) }
}
