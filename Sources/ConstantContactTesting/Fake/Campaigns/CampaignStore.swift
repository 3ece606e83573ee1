#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The account's campaigns in the order of creation, removed ones included.
struct CampaignStore: Sendable {
  private(set) var records: [CampaignRecord] = []
  private var indices: [String: Int] = [:]
  private var activities: [String: (index: Int, role: CampaignRecord.Role)] = [:]
  /// The number of emails sent to a group of contacts, which seeds their behavior.
  private(set) var deliveries: UInt64 = 0
  private var lastResendNumber = 389_092
  private var testDay = 0
  private var testsToday = 0

  func index(of id: String) -> Int? { indices[id.lowercased()] }

  func activity(_ id: String) -> (index: Int, role: CampaignRecord.Role)? { activities[id.lowercased()] }

  subscript(_ index: Int) -> CampaignRecord { records[index] }

  mutating func add(_ record: CampaignRecord) {
    indices[record.id] = records.count
    records.append(record)
    index(record)
  }

  /// Changes a campaign and the index of its activities.
  mutating func change(at index: Int, _ change: (inout CampaignRecord) -> Void) {
    if let resend = records[index].resend { activities[resend.activityID] = nil }
    change(&records[index])
    self.index(records[index])
  }

  private mutating func index(_ record: CampaignRecord) {
    guard let index = indices[record.id] else { return }
    activities[record.primaryID] = (index, .primary)
    activities[record.permalinkID] = (index, .permalink)
    if let resend = record.resend { activities[resend.activityID] = (index, .resend) }
  }

  mutating func nextDelivery() -> UInt64 {
    deliveries += 1
    return deliveries
  }

  mutating func nextResendNumber() -> String {
    lastResendNumber += 1
    return String(lastResendNumber)
  }

  /// Counts test emails of a UTC day, unless they would be more than 50.
  mutating func countTests(_ count: Int, on date: Date) -> Bool {
    let day = WireDate.epoch(date) / 86_400
    if day != testDay { (testDay, testsToday) = (day, 0) }
    if testsToday + count > 50 { return false }
    testsToday += count
    return true
  }
}

extension CampaignStore {
  /// The earliest change that the passing of time makes.
  var nextDue: (index: Int, date: Date)? {
    var next: (index: Int, date: Date)?
    for (index, record) in records.enumerated() {
      guard let date = record.dueDate, next.map({ date < $0.date }) ?? true else { continue }
      next = (index, date)
    }
    return next
  }
}
