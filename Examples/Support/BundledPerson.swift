/// Somebody out of the bundled leads whom the example's account already knows.
public struct BundledPerson: Sendable, Hashable {
  /// How the account knows them.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// A contact who gets mail.
    case active
    /// A contact who wants no more mail.
    case unsubscribed
    /// A contact whom the account deleted.
    case deleted
    /// A contact who was asked to confirm, and has not answered.
    case pending
  }

  /// The address as the account holds it.
  public let email: String
  /// How the account knows them.
  public let state: State
}
