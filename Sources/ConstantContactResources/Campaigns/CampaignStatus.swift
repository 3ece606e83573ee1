public import ConstantContactCore

/// How far a campaign, or one of its activities, is.
///
/// The service writes `Draft` in some places and `DRAFT` in others: values are compared without regard to case.
public struct CampaignStatus: OpenValue {
  /// The known states, to `switch` over.
  public enum Kind: Sendable, Hashable {
    /// Not sent yet.
    case draft
    /// To be sent at a set time.
    case scheduled
    /// Being sent.
    case executing
    /// Sent.
    case done
    /// The sending failed.
    case error
    /// Deleted. The account's users can bring it back.
    case removed
    /// A state that the library does not know.
    case unknown
  }

  /// The service's own text.
  public let rawValue: String

  /// Makes a status from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Not sent yet.
  public static let draft: CampaignStatus = "DRAFT"
  /// To be sent at a set time.
  public static let scheduled: CampaignStatus = "SCHEDULED"
  /// Being sent.
  public static let executing: CampaignStatus = "EXECUTING"
  /// Sent.
  public static let done: CampaignStatus = "DONE"
  /// The sending failed.
  public static let error: CampaignStatus = "ERROR"
  /// Deleted.
  public static let removed: CampaignStatus = "REMOVED"

  /// The state, to `switch` over.
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

  /// Whether both are the same state, however it is written.
  public static func == (left: CampaignStatus, right: CampaignStatus) -> Bool {
    left.rawValue.lowercased() == right.rawValue.lowercased()
  }

  /// Hashes the state, however it is written.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue.lowercased()) }
}
