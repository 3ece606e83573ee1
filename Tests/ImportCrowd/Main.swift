import ConstantContactKit
import Foundation
import Soak

/// A large import whose process is killed again and again while requests fail, compared with an undisturbed one.
@main
struct ImportCrowd {
  static func main() async throws {
    var (rows, kills) = (250_000, 12)
    var words = CommandLine.arguments.dropFirst()
    while let word = words.popFirst() {
      switch (word, words.popFirst().flatMap { Int($0) }) {
      case ("--rows", let number?) where number > 0: rows = number
      case ("--kills", let number?) where number > 0: kills = number
      default:
        say("usage: import-crowd [--rows 250000] [--kills 12]")
        Foundation.exit(2)
      }
    }
    var soak = ImportSoak(rows: rows)
    // Seven chunks, as 250,000 rows make with the API's limits.
    if rows < 240_000 { soak.lines = max(rows / 7, 2) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "import-crowd-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ContinuousClock()

    var start = clock.now
    let undisturbed = try await soak.run(killedAt: [], manifest: folder.appending(path: "undisturbed"))
    say("undisturbed: \(undisturbed.report?.description ?? "no report")")
    say("  \(undisturbed.requests) requests, \(undisturbed.activities) activities, \(clock.now - start)")

    soak.faultRate = 0.05
    start = clock.now
    // Kills before and after requests and writes, each run getting further than the one before.
    let steps = (0..<kills).map { 3 + $0 * max(1, undisturbed.steps / kills) }
    let outcome = try await soak.run(killedAt: steps, manifest: folder.appending(path: "killed"))
    say("with faults, killed \(outcome.kills) times: \(outcome.report?.description ?? "no report")")
    say("  \(outcome.requests) requests, \(outcome.activities) activities, \(clock.now - start)")

    // The API reads 39,999 rows of a file.
    let all = max(rows, 41_000)
    let control = try await ImportSoak(rows: all).control()
    say("control: one request with \(all) rows imports \(control), and loses \(all - control) without an error")

    var problems = ImportSoak.differences(outcome, undisturbed)
    if control >= all { problems.append("the control loses no rows") }
    for problem in problems { say("VIOLATION: \(problem)") }
    Foundation.exit(problems.isEmpty ? 0 : 1)
  }

  /// Writes a line at once: the process may be ended before its output is complete.
  private static func say(_ line: String) {
    print(line)
    fflush(nil)
  }
}
