/// The permission that a new contact starts with.
public struct InitialPermission: Sendable, Hashable {
  /// The value that is sent.
  public let value: PermissionToSend

  /// There is a business relationship; nobody asked for mail. The default.
  public static let implicit = InitialPermission(value: .implicit)
  /// Nobody has said anything: the contact is stored and not mailed.
  public static let notSet = InitialPermission(value: .notSet)
  /// The service asks the contact to confirm, where the account has that switched on.
  public static let pendingConfirmation = InitialPermission(value: .pendingConfirmation)
  /// The contact has opted out elsewhere, and that is to be kept.
  public static let unsubscribed = InitialPermission(value: .unsubscribed)
  /// The contact asked for mail, and the caller says so.
  public static func explicit(_ consent: ExplicitConsent) -> InitialPermission {
    InitialPermission(value: .explicit)
  }
}
