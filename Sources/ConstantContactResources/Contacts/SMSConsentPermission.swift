public import ConstantContactCore

/// Whether a contact agreed to text messages. Property `sms_consent_permission`.
public struct SMSConsentPermission: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a permission from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The contact agreed.
  public static let explicit: SMSConsentPermission = "explicit"
  /// The contact has not confirmed yet.
  public static let pendingConfirmation: SMSConsentPermission = "pending_confirmation"
  /// The contact opted out.
  public static let optOut: SMSConsentPermission = "opt_out"
  /// Neither opted in nor out.
  public static let notSet: SMSConsentPermission = "not_set"

  /// Whether changing `current` to this permission would allow the account to send more than before.
  ///
  /// An unknown permission, on either side, counts as a raise, except for opting out.
  func raises(_ current: SMSConsentPermission?) -> Bool {
    guard self != current, self != .optOut else { return false }
    guard let rank, let currentRank = current?.rank else { return true }
    return rank > currentRank
  }

  private var rank: Int? {
    switch self {
    case .optOut: 0
    case .notSet: 1
    case .pendingConfirmation: 2
    case .explicit: 3
    default: nil
    }
  }
}
