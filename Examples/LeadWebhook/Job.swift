internal import ExampleSupport
internal import Foundation

/// A request in memory.
struct Job {
  let id: String
  let leads: Int
  let digest: String
  let fingerprint: String
  let acceptedAt: Date
  /// The leads; empty when all are finished.
  var rows: [LeadRow]
  /// The results by the positions of the leads, counted from 0.
  var results: [Int: ResultLine] = [:]
  /// The task that stores the request; `nil` when it is stored.
  var saving: Task<Void, any Error>?
  /// The time when the last lead was finished.
  var doneAt: Date?
  /// The callers that wait until all leads are finished.
  var waiters: [Int: CheckedContinuation<Void, Never>] = [:]

  init(_ request: AcceptedRequest) {
    id = request.id
    leads = request.submission.rows.count
    digest = request.submission.digest
    fingerprint = request.submission.fingerprint
    acceptedAt = request.acceptedAt
    rows = request.submission.rows
  }

  /// Creates a job that was finished by an earlier process.
  init(_ logged: LoggedResult) {
    id = logged.request
    leads = logged.leads
    digest = logged.digest
    fingerprint = logged.fingerprint
    acceptedAt = Date(timeIntervalSince1970: logged.at)
    rows = []
  }

  var isDone: Bool { results.count == leads }

  /// Whether a line of the log belongs to this request. Those of a damaged log may not.
  func owns(_ logged: LoggedResult) -> Bool {
    logged.leads == leads && logged.digest == digest && logged.fingerprint == fingerprint
  }

  var receipt: Receipt {
    Receipt(
      id: id,
      leads: (0..<leads).map { results[$0] ?? ResultLine(row: $0 + 1, outcome: .queued, reason: "not delivered yet") })
  }
}
