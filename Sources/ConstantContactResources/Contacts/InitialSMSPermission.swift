/// The permission to send text messages that a phone number starts with.
public struct InitialSMSPermission: Sendable, Hashable, Codable {
  /// The value that is sent.
  public let value: SMSConsentPermission

  /// Neither opted in nor out: the number is stored and receives no text messages. The default.
  public static let notSet = InitialSMSPermission(value: .notSet)
  /// The contact has not confirmed yet.
  public static let pendingConfirmation = InitialSMSPermission(value: .pendingConfirmation)
  /// The contact opted out elsewhere, which is recorded.
  public static let optOut = InitialSMSPermission(value: .optOut)
  /// The contact opted in.
  public static func explicit(_ consent: ExplicitConsent) -> InitialSMSPermission {
    InitialSMSPermission(value: .explicit)
  }
}
