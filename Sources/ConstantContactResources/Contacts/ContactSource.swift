public import ConstantContactCore

/// Who created, updated, opted in or opted out a contact.
///
/// The value of `create_source`, `update_source`, `opt_in_source` and `opt_out_source`.
public struct ContactSource: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a source from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The account owner, directly or through an app. V2 has `ACTION_BY_OWNER`.
  public static let account: ContactSource = "Account"
  /// The contact, for example with a form. V2 has `ACTION_BY_VISITOR`.
  public static let contact: ContactSource = "Contact"
}
