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

  /// Checks that a write does not raise the permission to send text messages without the caller's word.
  ///
  /// `explicit` is available only with an ``ExplicitConsent``. Any other permission could end an opt-out.
  ///
  /// - Throws: ``ConstantContactError`` with code `consentRequired`.
  func checkSMSConsent(to channel: NewSMSChannel?, consent: ExplicitConsent?, operation: String) throws {
    guard let channel, consent == nil else { return }
    let isKnownToHaveNone = smsChannel == nil && !unreadableFields.contains("sms_channel")
    for new in channel.consents where new.permission.value != .explicit {
      let current =
        isKnownToHaveNone ? .notSet : smsChannel?.consents?.first { $0.type == new.type }?.permission
      guard new.permission.value.raises(current) else { continue }
      throw ConstantContactError(
        .consentRequired,
        "The contact was not changed: `sms_consent_permission` would rise to \(new.permission.value), or the current one is"
          + " unknown. Pass an ExplicitConsent if the contact agreed.",
        operation: operation)
    }
  }
}
