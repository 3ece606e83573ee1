import ConstantContactTesting
import ExampleSupport
import Foundation

/// Compares the responses of the service with the results log and the account.
struct Audit {
  private struct LogLine: Decodable {
    let request: String
    let leads: Int
    let result: ResultLine
  }

  let plans: [Plan]
  let tally: Tally.State
  /// The IDs of the requests that were in the outbox after a kill.
  let kept: Set<String>
  let folder: URL
  let account: FakeConstantContact

  private(set) var violations: [String] = []
  private(set) var outcomes: [String: Int] = [:]
  private(set) var accepted = 0
  private(set) var delivered = 0

  init(plans: [Plan], tally: Tally.State, kept: Set<String>, folder: URL, account: FakeConstantContact) {
    self.plans = plans
    self.tally = tally
    self.kept = kept
    self.folder = folder
    self.account = account
    violations = tally.violations
  }

  mutating func run() async throws {
    let log = try readLog()
    let acceptedIDs = kept.union(tally.accepted.values)
    accepted = acceptedIDs.count
    for id in acceptedIDs {
      let rows = log[id, default: []].map(\.result.row).sorted()
      let leads = log[id]?.first?.leads ?? 0
      if rows.isEmpty || rows != Array(1...max(1, leads)) {
        violations.append("request \(id): results for rows \(rows) of \(leads)")
      }
    }
    for id in Set(log.keys).subtracting(acceptedIDs) where log[id]?.count != log[id]?.first?.leads {
      violations.append("request \(id): results for some leads only")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("accepted").path)
    if !left.isEmpty { violations.append("the outbox still has \(left.count) files") }
    await compareWithAccount(log.values.flatMap { $0 })
  }

  private mutating func compareWithAccount(_ lines: [LogLine]) async {
    for line in lines { outcomes[line.result.outcome.rawValue, default: 0] += 1 }
    let writes = await account.writes.filter { $0.resource == .contact }
    if writes.contains(where: { $0.kind != .created }) { violations.append("an existing contact was changed") }
    let created = Dictionary(grouping: writes.filter { $0.kind == .created }) { $0.address?.lowercased() ?? "" }
    delivered = created.count
    for (address, writes) in created where writes.count > 1 {
      violations.append("\(address) was created \(writes.count) times")
    }
    let reported = Set(lines.compactMap { $0.result.email?.lowercased() })
    for address in Set(created.keys).subtracting(reported) {
      violations.append("\(address) was created without a result")
    }
    // A result reports each creation, or notes an interrupted attempt.
    let claimed = Set(
      lines.filter { $0.result.outcome == .created || !$0.result.notes.isEmpty }.compactMap {
        $0.result.email?.lowercased()
      })
    for address in Set(created.keys).subtracting(claimed) {
      violations.append("no result reports the creation of \(address)")
    }
    for line in lines where line.result.outcome != .failed {
      guard let email = line.result.email, created[email.lowercased()] == nil else { continue }
      violations.append("\(email) is reported as \(line.result.outcome.rawValue) but does not exist")
    }
    // Each address of an accepted request has a result.
    for plan in plans where tally.accepted[plan.key] != nil {
      for address in plan.addresses where !reported.contains(address) { violations.append("\(address) was lost") }
    }
  }

  private func readLog() throws -> [String: [LogLine]] {
    let folder = folder.appendingPathComponent("results")
    var lines: [LogLine] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      lines += data.split(separator: 0x0A).compactMap { try? JSONDecoder().decode(LogLine.self, from: $0) }
    }
    return Dictionary(grouping: lines, by: \.request)
  }
}
