import ConstantContactKit
import Foundation
import Soak
import Testing

@Suite struct BulkImportKillTests {
  private func manifest() -> URL {
    FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)/import.manifest")
  }

  private func remove(_ manifest: URL) { try? FileManager.default.removeItem(at: manifest.deletingLastPathComponent()) }

  /// The process is killed at each step of the import, in an account of its own, and started again.
  @Test(arguments: BulkImport.Options.Format.allCases)
  func aKillAtAnyStepLosesAndRepeatsNothing(format: BulkImport.Options.Format) async throws {
    var soak = ImportSoak(rows: 120)
    (soak.lines, soak.format) = (41, format)
    let file = manifest()
    let undisturbed = try await soak.run(killedAt: [], manifest: file)
    remove(file)
    #expect(undisturbed.activities == 3 && undisturbed.report?.unconfirmed == 0 && undisturbed.steps > 40)
    for step in 1...undisturbed.steps {
      let file = manifest()
      let outcome = try await soak.run(killedAt: [step], manifest: file)
      remove(file)
      #expect(outcome.kills == 1)
      let problems = ImportSoak.differences(outcome, undisturbed)
      #expect(problems.isEmpty, "killed at step \(step): \(problems)")
    }
  }

  /// The process is killed at ever later steps of one import, while requests fail.
  @Test(arguments: 1...3) func anImportSurvivesFaultsAndKills(seed: Int) async throws {
    var soak = ImportSoak(rows: 3_000)
    soak.lines = 301
    let file = manifest()
    let undisturbed = try await soak.run(killedAt: [], manifest: file)
    remove(file)
    (soak.seed, soak.faultRate) = (UInt64(seed), 0.1)
    let outcome = try await soak.run(killedAt: stride(from: 4, to: 60, by: 4), manifest: file)
    remove(file)
    #expect(outcome.kills > 5)
    let problems = ImportSoak.differences(outcome, undisturbed)
    #expect(problems.isEmpty, "\(problems)")
  }

  /// The control: one request with all rows loses those beyond the limit of lines, without an error.
  @Test func oneRequestWithAllRowsLosesRows() async throws {
    #expect(try await ImportSoak(rows: 41_000).control() == 39_999)
  }
}
