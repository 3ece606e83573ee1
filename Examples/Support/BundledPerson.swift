/// A bundled lead that is an existing contact of the in-memory account.
public struct BundledPerson: Sendable, Hashable {
  /// The state of the contact.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// The contact receives email.
    case active
    /// The contact has opted out.
    case unsubscribed
    /// The contact was deleted.
    case deleted
    /// The contact has not confirmed its address yet.
    case pending
  }

  /// The address as the account stores it.
  public let email: String
  /// The state of the contact.
  public let state: State
}
