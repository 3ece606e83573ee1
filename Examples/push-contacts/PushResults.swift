import ArgumentParser
import ConstantContactKit
import ExampleSupport
import Foundation

/// Prints the results: a table and a summary, or JSON in the order of the file.
struct PushResults {
  enum Format {
    case json
    /// A table of all leads.
    case allRows
    /// A table of the first leads and all failures.
    case excerpt
  }

  private static let excerptLength = 10

  private let rows: [LeadRow]
  private let format: Format
  private let isDemo: Bool
  private var lines: [Int: ResultLine] = [:]
  private var nextToPrint = 0
  private var isDryRun = false
  private var authorizationFailure: String?
  private var invalidLeads = 0
  var wasInterrupted = false

  init(rows: [LeadRow], format: Format, isDemo: Bool) {
    self.rows = rows
    self.format = format
    self.isDemo = isDemo
  }

  mutating func add(_ report: DeliveryReport) {
    if case .failed(let error) = report.outcome {
      if error.isAuthorizationFailure { authorizationFailure = error.message }
      if error.code == .invalidInput { invalidLeads += 1 }
    }
    lines[report.position] = ResultLine(report, row: rows[report.position].row, rows: rows)
    printCompleteLines()
  }

  mutating func show(_ dryRun: DryRun) {
    isDryRun = true
    for report in dryRun.settled { add(report) }
    for (position, email) in dryRun.addresses {
      lines[position] = ResultLine(
        row: rows[position].row, email: email, outcome: .wouldPush, reason: "created if the contact does not exist")
    }
    printCompleteLines()
    StandardError.write(
      line: "Dry run: \(dryRun.addresses.count) would be pushed, in at most \(Count(dryRun.requests, "request")): "
        + "\(Self.time(.seconds(dryRun.requests) / 4)) at 4 requests/s. Nothing was sent.")
  }

  mutating func finish(requests: Int, simulated: Duration?) {
    for position in rows.indices where lines[position] == nil {
      lines[position] = ResultLine(row: rows[position].row, reason: "interrupted")
    }
    printCompleteLines()
    let summary = Summary(lines: lines.values, requests: requests, isDryRun: isDryRun)
    if format == .json {
      StandardOutput.write(line: JSONLine.text(["summary": summary]))
    } else {
      printTable()
      StandardOutput.write(line: summary.text)
    }
    if let simulated, requests > 0 {
      StandardError.write(
        line: "The in-memory account simulates time: at 4 requests/s the push takes \(Self.time(simulated)).")
    }
    explainStatus()
  }

  var exitStatus: ExitCode? {
    if authorizationFailure != nil { return ExitCode(3) }
    if wasInterrupted { return ExitCode(130) }
    return failures == 0 || failuresAreIntended ? nil : ExitCode(1)
  }

  private var failures: Int { lines.values.count { $0.outcome == .failed } }

  /// Whether only leads of the bundled file failed that exceed the API's limits, which they do to show such a failure.
  private var failuresAreIntended: Bool { isDemo && failures == invalidLeads }

  private func explainStatus() {
    if let authorizationFailure {
      StandardError.write(line: "Exit status 3: \(authorizationFailure)")
    } else if wasInterrupted {
      StandardError.write(line: "Exit status 130: interrupted. To continue, push the same file.")
    } else if failures > 0, failuresAreIntended {
      StandardError.write(
        line:
          "The \(Count(failures, "failure")) are intended: the bundled file has values that exceed the API's limits. "
          + "--overlong cut shortens them.")
    } else if failures > 0 {
      StandardError.write(line: "Exit status 1: \(Count(failures, "lead")) failed; see the column “reason”.")
    }
  }

  private mutating func printCompleteLines() {
    guard format == .json else { return }
    while let line = lines[nextToPrint] {
      StandardOutput.write(line: JSONLine.text(line))
      nextToPrint += 1
    }
  }

  private func printTable() {
    var table = TextTable(columns: [
      TextTable.Column("row", alignment: .trailing), TextTable.Column("email"), TextTable.Column("outcome"),
      TextTable.Column("reason"),
    ])
    var hidden = 0
    for position in rows.indices {
      guard let line = lines[position] else { continue }
      guard format == .allRows || position < Self.excerptLength || [.failed, .notTried].contains(line.outcome) else {
        hidden += 1
        continue
      }
      let reason = ([line.reason] + line.notes).compactMap(\.self).joined(separator: "; ")
      table.append([String(line.row), line.email ?? "", line.outcome.rawValue, reason])
    }
    for line in table.lines(width: Terminal.hasInteractiveOutput ? Terminal.outputWidth : nil) {
      StandardOutput.write(line: line)
    }
    if hidden > 0 { StandardOutput.write(line: "… \(Count(hidden, "more lead")); --all shows them") }
  }

  private static func time(_ duration: Duration) -> String {
    let seconds = Int(min(max(duration / .seconds(1), 0), 1e9))
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
