import ArgumentParser
import ConstantContactKit
import ExampleSupport
import Foundation

/// Prints what became of the leads: a table and a summary, or JSON in the order of the file.
struct PushResults {
  private let rows: [LeadRow]
  private let asJSON: Bool
  private var lines: [Int: ResultLine] = [:]
  private var nextToPrint = 0
  private var authorizationFailed = false
  var wasInterrupted = false

  init(rows: [LeadRow], asJSON: Bool) {
    self.rows = rows
    self.asJSON = asJSON
  }

  mutating func add(_ report: DeliveryReport) {
    if case .failed(let error) = report.outcome, error.isAuthorizationFailure { authorizationFailed = true }
    lines[report.position] = ResultLine(report, row: rows[report.position].row, rows: rows)
    printWhatIsComplete()
  }

  mutating func show(_ plan: PushPlan) {
    for report in plan.settled { add(report) }
    for position in plan.ready {
      lines[position] = ResultLine(
        row: rows[position].row, reason: "dry run: would be looked up, and created if absent")
    }
    printWhatIsComplete()
    StandardError.write(
      line: "dry run, nothing sent: \(plan.ready.count) to push in at most \(plan.requests) requests, "
        + "\(Self.time(.seconds(plan.requests) / 4)) at 4 requests/s")
  }

  mutating func finish(requests: Int, simulated: Duration?) {
    for position in rows.indices where lines[position] == nil {
      lines[position] = ResultLine(row: rows[position].row, reason: "interrupted before its turn")
    }
    printWhatIsComplete()
    let summary = Summary(lines: lines.values, requests: requests)
    if asJSON {
      StandardOutput.write(line: JSONLine.text(["summary": summary]))
    } else {
      printTable()
      StandardOutput.write(line: summary.text)
    }
    if let simulated, requests > 0 {
      StandardError.write(line: "simulated time: 4 requests/s would have taken \(Self.time(simulated))")
    }
  }

  var exitStatus: ExitCode? {
    if authorizationFailed { return ExitCode(3) }
    if wasInterrupted { return ExitCode(130) }
    return lines.values.contains { $0.outcome == .failed } ? ExitCode(1) : nil
  }

  private mutating func printWhatIsComplete() {
    guard asJSON else { return }
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
    for position in rows.indices {
      guard let line = lines[position] else { continue }
      let reason = ([line.reason] + line.notes).compactMap(\.self).joined(separator: "; ")
      table.append([String(line.row), line.email ?? "", line.outcome.rawValue, reason])
    }
    for line in table.lines(width: Terminal.hasInteractiveOutput ? Terminal.outputWidth : nil) {
      StandardOutput.write(line: line)
    }
  }

  private static func time(_ duration: Duration) -> String {
    let seconds = Int(duration / .seconds(1))
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
