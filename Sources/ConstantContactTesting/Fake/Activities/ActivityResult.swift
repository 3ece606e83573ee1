#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// How an activity ended.
struct ActivityResult: Sendable {
  var state = "completed"
  var percent = 100
  var hasStarted = true
  var date = Date.distantPast
  /// The members of `status`, by their names in the contract.
  var counts: [String: Int] = [:]
  var errors: [String] = []
  /// The file of an export.
  var file: String?

  /// Creates the result of an activity with the number of its items and of those done.
  init(total: Int, completed: Int, lists: Int? = nil, errors: [String] = []) {
    counts = ["items_total_count": total, "items_completed_count": completed]
    counts["list_count"] = lists
    self.errors = errors
  }

  init(_ end: FakeConstantContact.ActivityEnd) {
    switch end {
    case .cancelled: state = "cancelled"
    case .timedOut: state = "timed_out"
    case .failed(let message): (state, errors) = ("failed", [message])
    }
  }
}
