import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import ExampleSupport
import Foundation
import LeadWebhook

/// A parser of outside bytes.
struct FuzzTarget: Sendable {
  let name: String
  /// Valid inputs to mutate.
  private let seeds: [[UInt8]]
  /// Whether the parser is given a file that the library writes back: what it wrote is then a seed too.
  private let isFile: Bool
  /// Feeds an input to the parser. Throws the parser's typed errors.
  let run: @Sendable ([UInt8]) async throws -> Void

  init(
    _ name: String, _ seeds: [[UInt8]], isFile: Bool = false, _ run: @escaping @Sendable ([UInt8]) async throws -> Void
  ) {
    self.name = name
    self.seeds = seeds
    self.isFile = isFile
    self.run = run
  }

  init(
    _ name: String, texts: [String], isFile: Bool = false, _ run: @escaping @Sendable ([UInt8]) async throws -> Void
  ) {
    self.init(name, texts.map { Array($0.utf8) }, isFile: isFile, run)
  }

  private func allSeeds() async -> [[UInt8]] {
    guard isFile else { return seeds }
    var all = seeds
    for seed in seeds {
      try? await run(seed)
      all.append(Scratch.shared.contents)
    }
    return all
  }

  static let all: [FuzzTarget] =
    tokenTargets + apiTargets + jsonTargets + transportTargets + csvTargets + exampleTargets

  /// Runs the seeds, then mutated inputs until the time is over.
  func fuzz(for duration: Duration, seed: UInt64, current: CurrentInput, watchdog: Watchdog) async -> Report {
    var report = Report(target: name)
    let seeds = await allSeeds()
    // The seed of a target does not depend on which others run.
    let ownSeed = name.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var mutator = Mutator(seeds: seeds, seed: ownSeed)
    let end = ContinuousClock.now.advanced(by: duration)
    var nextNote = ContinuousClock.now
    var round = 0
    while round < seeds.count || ContinuousClock.now < end {
      if ContinuousClock.now >= nextNote {
        Report.note("\(name), seed \(seed), from execution \(report.executions)")
        nextNote = .now + .seconds(1)
      }
      let input = round < seeds.count ? seeds[round] : mutator.next()
      round += 1
      current.write(name, input)
      watchdog.start(name)
      do {
        try await run(input)
      } catch let error where Self.isTyped(error) {
        report.errors += 1
      } catch {
        report.errors += 1
        if report.unexpected == nil {
          report.unexpected = "\(type(of: error))"
          let kept = current.keep()
          Report.note("\(name): unexpected \(type(of: error)): \(error); the input is in \(kept)")
        }
      }
      watchdog.stop()
      report.executions += 1
    }
    return report
  }

  private static func isTyped(_ error: any Error) -> Bool {
    switch error {
    case is ConstantContactError, is OAuthError, is TransportError, is InputError, is WebhookSignature.Failure,
      is DecodingError, is JSONGuard.Violation, is CancellationError, is ServiceFolder.Failure, is Refusal,
      is PrivateFile.Failure, is CSVError:
      true
    default: false
    }
  }
}
