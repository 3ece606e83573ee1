internal import ConstantContactCore

extension Contact {
  /// Returns the permission to send along with an address.
  ///
  /// The API's own default for an address without a permission may be one that allows sending, so the first address of a
  /// contact starts with `not_set`. A permission that the response did not contain is never replaced by another one.
  ///
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when the address changes and its permission is unknown.
  func permission(sentWith address: String, wanted: PermissionToSend?) throws -> PermissionToSend? {
    guard let email else { return wanted ?? .notSet }
    if let permission = wanted ?? email.permissionToSend { return permission }
    guard email.address?.lowercased() == address.lowercased() else {
      throw ConstantContactError.incomplete(
        ["permission_to_send"], of: "contact",
        "is missing in the response, and the new address needs one; set `permission`",
        .contactsReplace)
    }
    return nil
  }

  /// Checks that a write neither revives the contact nor raises its permission without the caller's word.
  ///
  /// - Throws: ``ConstantContactError`` with code `consentRequired`.
  func checkConsent(
    to permission: PermissionToSend?, consent: ExplicitConsent?, revival: Revival?, operation: String
  ) throws {
    if deletedAt != nil && revival == nil {
      throw ConstantContactError(
        .consentRequired,
        "The contact was not changed: it is deleted, and any change revives it. Pass `reviving: .reviving` to allow that.",
        operation: operation)
    }
    // A contact without an address has no permission that could be unknown.
    let current = email == nil ? .notSet : email?.permissionToSend
    if let permission, permission.raises(current), consent == nil {
      throw ConstantContactError(
        .consentRequired,
        "The contact was not changed: `permission_to_send` would rise to \(permission). Pass an ExplicitConsent if the contact"
          + " agreed.",
        operation: operation)
    }
  }
}
