public import ConstantContactCore

/// The status of a campaign or a campaign activity.
///
/// The API returns both `Draft` and `DRAFT`: values are compared case-insensitively.
public struct CampaignStatus: OpenValue {
  /// The known statuses, to `switch` over.
  public enum Kind: Sendable, Hashable {
    /// Not sent yet.
    case draft
    /// Scheduled to be sent.
    case scheduled
    /// Being sent.
    case executing
    /// Sent.
    case done
    /// The send failed.
    case error
    /// Deleted. Users of the account can restore it.
    case removed
    /// A status that this version of the library does not know.
    case unknown
  }

  /// The raw API value.
  public let rawValue: String

  /// Creates a status from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Not sent yet.
  public static let draft: CampaignStatus = "DRAFT"
  /// Scheduled to be sent.
  public static let scheduled: CampaignStatus = "SCHEDULED"
  /// Being sent.
  public static let executing: CampaignStatus = "EXECUTING"
  /// Sent.
  public static let done: CampaignStatus = "DONE"
  /// The send failed.
  public static let error: CampaignStatus = "ERROR"
  /// Deleted.
  public static let removed: CampaignStatus = "REMOVED"

  /// The status as a case, to `switch` over.
  public var kind: Kind {
    switch rawValue.lowercased() {
    case "draft": .draft
    case "scheduled": .scheduled
    case "executing": .executing
    case "done": .done
    case "error": .error
    case "removed": .removed
    default: .unknown
    }
  }

  /// Compares two statuses case-insensitively.
  public static func == (left: CampaignStatus, right: CampaignStatus) -> Bool {
    left.rawValue.lowercased() == right.rawValue.lowercased()
  }

  /// Hashes the status case-insensitively.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue.lowercased()) }
}
