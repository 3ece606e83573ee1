/// The possible ways to push some leads, with the cost of each.
///
/// A plan is a value: print it, compare its options, and pass the way of one to ``ContactPusher/push(_:by:)``.
///
/// ```swift
/// let plan = try await pusher.plan(leads)
/// print(plan)
/// if let best = plan.cheapest {
///   for try await report in pusher.push(leads, by: best.way) { print(report) }
/// }
/// ```
public struct PushPlan: Sendable, Hashable {
  /// The number of leads.
  public let leads: Int
  /// The number of leads that need requests: those with a valid email address, without duplicates and invalid values.
  public let ready: Int
  /// The number of contacts in the account, deleted ones included; `nil` when the API did not return it.
  public let accountContacts: Int?
  /// The requests that were left of the day's quota.
  public let remainingQuota: Int
  /// Every way, available or not, in the order of ``PushWay``.
  public let options: [Option]

  /// The option with a way.
  public func option(for way: PushWay) -> Option? { options.first { $0.way == way } }

  /// The available option with the fewest requests if all contacts are missing.
  public var cheapest: Option? { options.filter(\.isAvailable).min() }
}

extension PushPlan {
  /// A way to push the leads, and its cost.
  public struct Option: Sendable, Hashable {
    /// The way.
    public let way: PushWay
    /// What rules the way out with the pusher's options; empty when it is available.
    public let obstacles: [Obstacle]
    /// What the way gives up.
    public let tradeoffs: [Tradeoff]
    /// The requests when nothing fails: if all contacts exist, and if none does. Bulk activities count as ended at their first poll.
    public let requests: ClosedRange<Int>
    /// The most requests that the push can make: when each call needs all its attempts, and each activity all its time.
    ///
    /// A push that waits for the quota (``ContactPusher/Options/ExceededQuota/wait``) may exceed it, since it searches for the leads
    /// in progress again on the next day.
    public let maximumRequests: Int
    /// The time that ``requests`` take at the client's rate limit, waiting for the next day's quota included. The time of bulk
    /// activities comes on top: seconds to minutes.
    public let duration: ClosedRange<Duration>
    /// The share that the upper bound of ``requests`` has of the requests left today. Above 1, the push takes until tomorrow or longer.
    public let quotaShare: Double

    let cost: PushCost

    /// Whether the pusher's options permit the way.
    public var isAvailable: Bool { obstacles.isEmpty }

    /// Returns the requests when nothing fails and this number of leads have no contact.
    ///
    /// It is a range where more is not known: the requests for updates of existing contacts, for new custom fields, and for leads that an
    /// import cannot hold.
    public func requests(missing: Int) -> ClosedRange<Int> { cost.requests(missing: missing) }
  }

  /// Why a way is not available.
  public enum Obstacle: String, Sendable, Hashable, Codable, CaseIterable {
    /// ``ContactPusher/Options/existingContact-swift.property`` requests changes of existing contacts, which have to be read one by one.
    case existingContactsAreUpdated = "existing_contacts_are_updated"
    /// ``ContactPusher/Options/strategy-swift.property`` is careful, and an import may change a contact that has just appeared.
    case strategyIsCareful = "strategy_is_careful"
    /// An import needs at least one list.
    case noList = "no_list"
    /// An import takes at most 50 lists.
    case tooManyLists = "too_many_lists"
    /// An import gives new contacts implicit permission, and ``ContactPusher/Options/permission`` is another.
    case permission
    /// An import names the account as the source of new contacts, and ``ContactPusher/Options/createSource`` is another.
    case createSource = "create_source"
    /// The number of contacts in the account is not known, so neither is the number of pages.
    case unknownAccountSize = "unknown_account_size"
  }

  /// What a way gives up in exchange for fewer requests.
  public enum Tradeoff: String, Sendable, Hashable, Codable, CaseIterable {
    /// Existing contacts are reported with their state at the time of the snapshot.
    case statesOfSnapshot = "states_of_snapshot"
    /// Existing contacts are reported without a state, unless they are deleted.
    case unknownStates = "unknown_states"
    /// The push waits for bulk activities, which takes seconds to minutes each.
    case waitsForActivities = "waits_for_activities"
    /// A contact that appears between snapshot and import is changed: it gets the lead's values and the lists. Its permission stays, and
    /// an unsubscribed one gets no list. The report of its lead says `updated`.
    case updatesNewcomers = "updates_newcomers"
    /// Leads are reported when their import has ended, up to 40,000 at once.
    case lateReports = "late_reports"
  }
}

extension PushPlan.Option: Comparable {
  /// Orders options by their requests if all contacts are missing, then if all exist. Of equal ones, the first in ``PushWay`` is less.
  public static func < (one: Self, other: Self) -> Bool {
    let costs = { (option: Self) in (option.requests.upperBound, option.requests.lowerBound, option.rank) }
    return costs(one) < costs(other)
  }

  private var rank: Int { PushWay.allCases.firstIndex(of: way) ?? 0 }
}
