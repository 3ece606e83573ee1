/// The caller's word that a person asked for mail.
///
/// No method of the library raises permission to send without it. The vendor's terms forbid opting people in, or back
/// in, without an act of their own. Make one only where the code knows of such an act:
///
/// ```swift
/// // The visitor ticked the box on the form that called this handler.
/// try await client.contacts.create(NewContact(email: address, permission: .explicit(.givenByContact)))
/// ```
public struct ExplicitConsent: Sendable, Hashable {
  /// The contact asked for it, by an act of its own.
  public static let givenByContact = ExplicitConsent()
}

/// The caller's word that a deleted contact may come back.
///
/// Any change to a deleted contact revives it on the service's side, so the library makes none without it.
public struct Revival: Sendable, Hashable {
  /// The contact may come back.
  public static let reviving = Revival()
}
