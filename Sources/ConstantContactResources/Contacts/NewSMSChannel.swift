internal import ConstantContactCore
public import ConstantContactTransport

/// A phone number for text messages that a request sets, and what its owner agreed to. Property `sms_channel` of requests.
///
/// Decoding restores the permission that was encoded, `explicit` included: decode only what your own code encoded.
///
/// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
public struct NewSMSChannel: Sendable, Hashable, Codable {
  /// What the owner of the number agreed to.
  public struct Consent: Sendable, Hashable, Codable {
    /// The permission to send text messages.
    public var permission: InitialSMSPermission
    /// The kind of messages.
    public var type: SMSConsentType
    /// How consent was given, such as the device.
    public var mediumDetails: String?

    /// Creates a consent.
    ///
    /// - Parameters:
    ///   - permission: The permission to send text messages.
    ///   - type: The kind of messages.
    ///   - mediumDetails: How consent was given, such as the device.
    public init(
      _ permission: InitialSMSPermission = .notSet,
      type: SMSConsentType = .promotional,
      mediumDetails: String? = nil
    ) {
      self.permission = permission
      self.type = type
      self.mediumDetails = mediumDetails
    }
  }

  /// The number with the dialing code, such as `17815551212`.
  public var number: String
  /// What the owner agreed to, at least one.
  public var consents: [Consent]

  /// Creates a phone number.
  ///
  /// - Parameters:
  ///   - number: The number with the dialing code, such as `17815551212`.
  ///   - consents: What the owner agreed to; promotional messages are neither opted in nor out by default.
  public init(_ number: String, consents: [Consent] = [Consent()]) {
    self.number = number
    self.consents = consents
  }

  /// The channel as a request body has it.
  ///
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when the number or the consents are empty.
  func body(for operation: String) throws -> SMSChannel {
    let check = InputCheck(operation)
    try check.require(
      !number.allSatisfy(\.isWhitespace), "sms_channel.full_sms_address", "is empty; set it with the dialing code")
    try check.require(!consents.isEmpty, "sms_channel.sms_channel_consents", "is empty; name at least one consent")
    return SMSChannel {
      $0.fullAddress = number
      $0.consents = consents.map { consent in
        SMSChannel.Consent {
          $0.permission = consent.permission.value
          $0.type = consent.type
          $0.mediumDetails = consent.mediumDetails
        }
      }
    }
  }
}

extension NewSMSChannel: Redacting {
  /// The type's name, without the number.
  public var description: String { "NewSMSChannel" }
}
