internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Finds the activity of a request whose response was lost.
struct ImportActivityFinder {
  enum Outcome {
    case queued(BulkActivity)
    /// The request has certainly not started an activity, and cannot any more.
    case notQueued
    case unknown
  }

  let client: ConstantContact
  let polling: ActivityPolling

  /// The time after which a request that is not among the activities has not arrived: longer than a gateway waits for a server.
  static let settlingTime: Duration = .seconds(120)
  /// The API lists the activities of 10 days; a day less, for clocks that differ.
  private static let listedTime: TimeInterval = 9 * 86_400
  /// How far the API's clock may be behind this computer's.
  private static let clockTolerance: TimeInterval = 900

  /// Finds the activity.
  ///
  /// - Parameters:
  ///   - fileName: The name of the file; `nil` for a JSON import.
  ///   - rows: The number of contacts.
  ///   - date: When the request was sent, by this computer's clock.
  ///   - known: The other activities of this import.
  func find(
    fileName: String?, rows: Int, sentAt date: Date, besides known: Set<BulkActivityID>
  ) async throws -> Outcome {
    let time = client.configuration.time
    let deadline = time.elapsed.saturatingAdd(max(.zero, polling.deadline))
    var requests = 0
    while true {
      let age = time.now.timeIntervalSince(date)
      var unreadable = 0
      var listing: [BulkActivity] = []
      for try await page in client.activities.list().pages {
        listing += page.elements
        unreadable += page.undecodable.count
      }
      if let fileName, let match = listing.first(where: { $0.sourceFileName == fileName }) { return .queued(match) }
      guard age < Self.listedTime, unreadable == 0 else { return .unknown }
      let isSettled = age >= Self.settlingTime / .seconds(1)
      let candidates = listing.filter {
        isCandidate($0, sentAt: date, besides: known, in: listing, isCSV: fileName != nil)
      }
      if isSettled, candidates.allSatisfy(\.isFinal) {
        // The heading of a file is counted as an item.
        let matches = candidates.filter { [rows, rows + 1].contains($0.counts?.total) }
        if matches.isEmpty { return .notQueued }
        return fileName == nil && matches.count == 1 ? .queued(matches[0]) : .unknown
      }
      let pause = isSettled ? polling.interval(after: requests) : remaining(age)
      guard pause < deadline - time.elapsed else { return .unknown }
      try await time.sleep(for: pause)
      requests += 1
    }
  }

  private func remaining(_ age: TimeInterval) -> Duration {
    let rest = Self.settlingTime / .seconds(1) - (age.isFinite ? age : 0)
    return .seconds(min(max(rest, 1), Self.settlingTime / .seconds(1)))
  }

  /// Whether an activity without the file's name may be the one.
  private func isCandidate(
    _ activity: BulkActivity, sentAt date: Date, besides known: Set<BulkActivityID>, in listing: [BulkActivity],
    isCSV: Bool
  ) -> Bool {
    guard activity.sourceFileName == nil, !known.contains(activity.id) else { return false }
    // Where other files have their names, this one would have its own.
    if isCSV, listing.contains(where: { $0.sourceFileName != nil }) { return false }
    guard let created = activity.createdAt?.date else { return true }
    return created >= date.addingTimeInterval(-Self.clockTolerance)
  }
}
