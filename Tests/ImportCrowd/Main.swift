import ConstantContactKit
import Foundation
import Soak

/// A large import whose process is killed again and again while requests fail, compared with an undisturbed one.
@main
struct ImportCrowd {
  static func main() async throws {
    let words = CommandLine.arguments.dropFirst()
    let isShort = words.contains("--short")
    guard words.allSatisfy({ $0 == "--short" }) else {
      print("usage: import-crowd [--short]")
      Foundation.exit(2)
    }
    // A chunk of the API's size, or a seventh of the rows.
    var soak = ImportSoak(rows: isShort ? 20_000 : 250_000)
    if isShort { soak.lines = 3_001 }
    let folder = FileManager.default.temporaryDirectory.appending(path: "import-crowd-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ContinuousClock()

    let start = clock.now
    let undisturbed = try await soak.run(killedAt: [], manifest: folder.appending(path: "undisturbed"))
    print(
      "undisturbed: \(undisturbed.report?.description ?? "no report"), \(undisturbed.requests) requests, \(clock.now - start)"
    )

    soak.faultRate = 0.05
    // Kills before and after requests and writes, later from run to run: each step of the import is hit.
    let again = clock.now
    let kills = isShort ? stride(from: 3, to: 60, by: 3) : stride(from: 3, to: 200, by: 5)
    let outcome = try await soak.run(killedAt: kills, manifest: folder.appending(path: "killed"))
    print(
      "killed \(outcome.kills) times: \(outcome.report?.description ?? "no report"), \(outcome.requests) requests, \(clock.now - again)"
    )
    print("activities: \(outcome.activities), undisturbed \(undisturbed.activities)")

    let control = try await soak.control()
    print(
      "control: one request with \(soak.rows) rows imports \(control) and loses \(soak.rows - control) without an error"
    )

    var problems = ImportSoak.differences(outcome, undisturbed)
    if control >= soak.rows, !isShort { problems.append("the control loses no rows") }
    for problem in problems { print("VIOLATION: \(problem)") }
    Foundation.exit(problems.isEmpty ? 0 : 1)
  }
}
