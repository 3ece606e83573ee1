import ConstantContactTesting
import ExampleSupport
import Foundation

/// Compares what the service promised and said with what the account holds.
struct Audit {
  private struct LogLine: Decodable {
    let request: String
    let leads: Int
    let result: ResultLine
  }

  let plans: [Plan]
  let told: Tally.State
  /// The ids of the requests that were in the outbox when the service was killed.
  let kept: Set<String>
  let folder: URL
  let account: FakeConstantContact

  private(set) var violations: [String] = []
  private(set) var outcomes: [String: Int] = [:]
  private(set) var accepted = 0
  private(set) var delivered = 0

  init(plans: [Plan], told: Tally.State, kept: Set<String>, folder: URL, account: FakeConstantContact) {
    self.plans = plans
    self.told = told
    self.kept = kept
    self.folder = folder
    self.account = account
    violations = told.violations
  }

  mutating func run() async throws {
    let log = try readLog()
    let promised = kept.union(told.accepted.values)
    accepted = promised.count
    for id in promised {
      let rows = log[id, default: []].map(\.result.row).sorted()
      let leads = log[id]?.first?.leads ?? 0
      if rows.isEmpty || rows != Array(1...max(1, leads)) {
        violations.append("request \(id): rows \(rows) reported of \(leads)")
      }
    }
    for id in Set(log.keys).subtracting(promised) where log[id]?.count != log[id]?.first?.leads {
      violations.append("request \(id): reported in part")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("accepted").path)
    if !left.isEmpty { violations.append("\(left.count) files are left in the outbox") }
    await compareWithAccount(log.values.flatMap { $0 })
  }

  private mutating func compareWithAccount(_ lines: [LogLine]) async {
    for line in lines { outcomes[line.result.outcome.rawValue, default: 0] += 1 }
    let writes = await account.writes.filter { $0.resource == .contact }
    if writes.contains(where: { $0.kind != .created }) { violations.append("something was changed that was there") }
    let created = Dictionary(grouping: writes.filter { $0.kind == .created }) { $0.address?.lowercased() ?? "" }
    delivered = created.count
    for (address, writes) in created where writes.count > 1 {
      violations.append("\(address) was created \(writes.count) times")
    }
    let reported = Set(lines.compactMap { $0.result.email?.lowercased() })
    for address in Set(created.keys).subtracting(reported) { violations.append("\(address) was created in silence") }
    // Whatever was created, a line says so, or that it was an attempt that was cut short.
    let claimed = Set(
      lines.filter { $0.result.outcome == .created || !$0.result.notes.isEmpty }.compactMap {
        $0.result.email?.lowercased()
      })
    for address in Set(created.keys).subtracting(claimed) { violations.append("nobody says who created \(address)") }
    for line in lines where line.result.outcome != .failed {
      guard let email = line.result.email, created[email.lowercased()] == nil else { continue }
      violations.append("\(email) is reported as \(line.result.outcome.rawValue) and is not there")
    }
    // A promise is kept by address too, not only by the log's word.
    for plan in plans where told.accepted[plan.key] != nil {
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
