/// The permission that a new contact starts with.
public struct InitialPermission: Sendable, Hashable, Codable {
  /// The value that is sent.
  public let value: PermissionToSend

  /// A business relationship; the contact did not opt in. The default.
  public static let implicit = InitialPermission(value: .implicit)
  /// Neither opted in nor out: the contact is stored and receives no email.
  public static let notSet = InitialPermission(value: .notSet)
  /// Constant Contact requests a confirmation from the contact, if the account has that enabled.
  public static let pendingConfirmation = InitialPermission(value: .pendingConfirmation)
  /// The contact opted out elsewhere, which is recorded.
  public static let unsubscribed = InitialPermission(value: .unsubscribed)
  /// The contact opted in.
  public static func explicit(_ consent: ExplicitConsent) -> InitialPermission {
    InitialPermission(value: .explicit)
  }
}
