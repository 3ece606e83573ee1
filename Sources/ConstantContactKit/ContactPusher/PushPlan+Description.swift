extension PushPlan: CustomStringConvertible {
  /// A table of the ways: requests, time, share of today's remaining quota, and what each gives up or why it is not available.
  public var description: String {
    let account = accountContacts.map { ", into an account of \($0) contacts" } ?? ""
    let rows = options.map { option in
      [
        option.way.description, Self.text(option.requests), Self.text(option.duration), Self.share(option.quotaShare),
        option.remark,
      ]
    }
    let table = [["way", "requests", "time", "of today's quota", "remark"]] + rows
    let widths = (0..<4).map { column in table.map { $0[column].count }.max() ?? 0 }
    let lines = table.map { row in
      row.enumerated().map { column, text in
        column < 4 ? text + String(repeating: " ", count: widths[column] - text.count) : text
      }.joined(separator: "  ").trimmed ?? ""
    }
    return (["\(leads) leads, \(ready) to push\(account)"] + lines).joined(separator: "\n")
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  private static func text(_ range: ClosedRange<Duration>) -> String {
    let (least, most) = (text(range.lowerBound), text(range.upperBound))
    return least == most ? most : "\(least) to \(most)"
  }

  private static func text(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3_600 { return "\(seconds / 60) min" }
    return seconds < 172_800 ? "\(seconds / 3_600) h \(seconds / 60 % 60) min" : "\(seconds / 86_400) days"
  }

  private static func share(_ share: Double) -> String {
    share.isFinite && share < 1_000 ? "\(Int((share * 100).rounded(.up)))%" : "none left"
  }
}

extension PushPlan.Option: CustomStringConvertible {
  /// The way, its requests, and what it gives up or why it is not available.
  public var description: String {
    "\(way): \(requests.lowerBound) to \(requests.upperBound) requests" + (remark.isEmpty ? "" : "; \(remark)")
  }

  fileprivate var remark: String {
    isAvailable
      ? tradeoffs.map(\.description).joined(separator: "; ")
      : "not available: " + obstacles.map(\.description).joined(separator: "; ")
  }
}

extension PushPlan.Obstacle: CustomStringConvertible {
  /// The reason.
  public var description: String {
    switch self {
    case .existingContactsAreUpdated: "existing contacts are to be updated"
    case .strategyIsCareful: "the strategy is careful"
    case .noList: "an import needs a list"
    case .tooManyLists: "an import takes at most 50 lists"
    case .permission: "an import gives implicit permission only"
    case .createSource: "an import names the account as the source"
    case .unknownAccountSize: "the number of contacts is not known"
    }
  }
}

extension PushPlan.Tradeoff: CustomStringConvertible {
  /// The effect.
  public var description: String {
    switch self {
    case .statesOfSnapshot: "reports the states of the snapshot"
    case .unknownStates: "reports no states of existing contacts"
    case .waitsForActivities: "waits for bulk activities"
    case .updatesNewcomers: "updates a contact that appears between snapshot and import"
    case .lateReports: "reports leads when their import has ended"
    }
  }
}
