extension FakeConstantContact {
  /// Something that changed in the account by a request.
  public struct WriteRecord: Sendable, Hashable {
    /// What happened.
    public enum Kind: String, Sendable, Hashable {
      /// It was made.
      case created
      /// It was changed.
      case updated
      /// It was deleted.
      case deleted
    }

    /// What it happened to.
    public enum Resource: String, Sendable, Hashable {
      /// A contact.
      case contact
      /// A contact list.
      case list
      /// A custom field.
      case customField
    }

    /// What happened.
    public let kind: Kind
    /// What it happened to.
    public let resource: Resource
    /// Its id.
    public let id: String
    /// A contact's e-mail address after the change.
    public let address: String?
    /// The ``RequestRecord/index`` of the request that did it.
    public let requestIndex: Int
  }
}

extension FakeConstantContact.WriteRecord: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// What happened to which id; no address.
  public var description: String { "\(kind.rawValue) \(resource.rawValue) \(id) by request \(requestIndex)" }
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror that shows no more than `description`.
  public var customMirror: Mirror { Mirror(self, children: ["write": description]) }
}
