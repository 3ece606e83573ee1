public import ConstantContactCore

/// What the account may send to a contact. Property `permission_to_send`.
///
/// See the vendor's page "Contact permission to send".
public struct PermissionToSend: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a permission from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// There is a business relationship; the contact did not ask for mail.
  public static let implicit: PermissionToSend = "implicit"
  /// The contact asked for mail.
  public static let explicit: PermissionToSend = "explicit"
  /// The contact was asked to confirm and has not yet.
  public static let pendingConfirmation: PermissionToSend = "pending_confirmation"
  /// The contact has opted out.
  public static let unsubscribed: PermissionToSend = "unsubscribed"
  /// The address is on hold.
  public static let tempHold: PermissionToSend = "temp_hold"
  /// Nobody has said anything.
  public static let notSet: PermissionToSend = "not_set"

  /// Whether going from another permission to this one would let the account send more than before.
  ///
  /// A value the library does not know counts as more, since nobody can say that it is not.
  package func raises(_ current: PermissionToSend?) -> Bool {
    guard self != current else { return false }
    guard let rank, let currentRank = (current ?? .notSet).rank else { return true }
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
