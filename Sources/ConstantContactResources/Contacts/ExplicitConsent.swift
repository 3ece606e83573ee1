/// The caller's word that a person opted in.
///
/// No method raises the permission to send without it. The terms of Constant Contact forbid opting contacts in, or back
/// in, without an action of their own. Pass it only where the code knows of such an action:
///
/// ```swift
/// // The visitor checked the box on the form that called this handler.
/// let contact = NewContact(email: address, permission: .explicit(.givenByContact))
/// _ = try await client.contacts.create(contact)
/// ```
public struct ExplicitConsent: Sendable, Hashable {
  /// The contact opted in by an action of its own.
  public static let givenByContact = ExplicitConsent()
}

/// The caller's word that a deleted contact may be revived.
///
/// Any change revives a deleted contact, so the library makes none without it.
public struct Revival: Sendable, Hashable {
  /// The contact may be revived.
  public static let reviving = Revival()
}
