public import ConstantContactCore

/// What the account may send to a contact. Property `permission_to_send`.
///
/// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
public struct PermissionToSend: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a permission from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A business relationship; the contact did not opt in.
  public static let implicit: PermissionToSend = "implicit"
  /// The contact opted in.
  public static let explicit: PermissionToSend = "explicit"
  /// The contact received a confirmation request and has not confirmed yet.
  public static let pendingConfirmation: PermissionToSend = "pending_confirmation"
  /// The contact opted out.
  public static let unsubscribed: PermissionToSend = "unsubscribed"
  /// The address is on hold.
  public static let tempHold: PermissionToSend = "temp_hold"
  /// Neither opted in nor out.
  public static let notSet: PermissionToSend = "not_set"

  /// Whether changing `current` to this permission would allow the account to send more than before.
  ///
  /// An unknown permission, on either side, counts as a raise, except for opting out.
  package func raises(_ current: PermissionToSend?) -> Bool {
    guard self != current, self != .unsubscribed else { return false }
    guard let rank, let currentRank = current?.rank else { return true }
    return rank > currentRank
  }

  private var rank: Int? {
    switch self {
    case .unsubscribed: 0
    case .notSet, .tempHold: 1
    case .pendingConfirmation: 2
    case .implicit: 3
    case .explicit: 4
    default: nil
    }
  }
}
