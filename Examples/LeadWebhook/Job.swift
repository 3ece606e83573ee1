internal import ExampleSupport
internal import Foundation

/// A request as the running service knows it.
struct Job {
  let id: String
  let leads: Int
  let digest: String
  let fingerprint: String
  let acceptedAt: Date
  /// The leads; none when all is done.
  var rows: [LeadRow]
  /// What became of the leads, by their places counted from 0.
  var results: [Int: ResultLine] = [:]
  /// Under way until the request is on the disk.
  var saving: Task<Void, any Error>?
  /// When the last lead was done.
  var doneAt: Date?
  /// Who waits for all leads to be done.
  var waiters: [Int: CheckedContinuation<Void, Never>] = [:]

  init(_ request: AcceptedRequest) {
    id = request.id
    leads = request.submission.rows.count
    digest = request.submission.digest
    fingerprint = request.submission.fingerprint
    acceptedAt = request.acceptedAt
    rows = request.submission.rows
  }

  /// A job that was done before, as the log tells.
  init(_ logged: LoggedResult) {
    id = logged.request
    leads = logged.leads
    digest = logged.digest
    fingerprint = logged.fingerprint
    acceptedAt = Date(timeIntervalSince1970: logged.at)
    rows = []
  }

  var isDone: Bool { results.count == leads }

  var receipt: Receipt {
    Receipt(
      id: id,
      leads: (0..<leads).map { results[$0] ?? ResultLine(row: $0 + 1, outcome: .queued, reason: "not delivered yet") })
  }
}
