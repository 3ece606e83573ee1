public import ConstantContactCore

/// Who created, changed, opted in or opted out a contact. Properties `create_source`, `update_source`, `opt_in_source`,
/// `opt_out_source`.
public struct ContactSource: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a source from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The account's owner, by hand or through an app. (V2: `ACTION_BY_OWNER`.)
  public static let account: ContactSource = "Account"
  /// The contact, for example by filling in a form. (V2: `ACTION_BY_VISITOR`.)
  public static let contact: ContactSource = "Contact"
}
