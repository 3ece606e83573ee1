internal import ConstantContactCore

extension Contact {
  /// Returns the permission to send along with an address.
  ///
  /// The API's own default for an address without a permission may be one that allows sending, so the first address of a
  /// contact starts with `not_set`. A permission that the response did not contain is unknown: without one in the request, the API
  /// would choose it.
  ///
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when the permission is unknown.
  func permission(wanted: PermissionToSend?) throws -> PermissionToSend {
    guard let email else { return wanted ?? .notSet }
    guard let permission = wanted ?? email.permissionToSend, !permission.rawValue.isEmpty else {
      throw ConstantContactError.incomplete(
        ["permission_to_send"], of: "contact", "is missing in the response and would be lost; set `permission`",
        .contactsReplace)
    }
    return permission
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
