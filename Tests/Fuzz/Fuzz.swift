import ArgumentParser
import Foundation

/// Feeds mutated input to every parser of outside bytes. A trap ends the process; the input is in a file, to be replayed.
@main
struct Fuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Feeds mutated input to every parser of outside bytes.",
    discussion: """
      Each input must lead to a value or to a typed error. A trap ends the process; standard error names the target and the file \
      with the input, which --replay runs again. Exit status 1: an input led to an unexpected error. Exit status 2: an input took \
      too long.
      """
  )

  @Option(help: "A target; repeat the option for several. All targets by default.")
  var target: [String] = []

  @Option(help: "The time to run in seconds, shared between the targets.")
  var seconds: Double = 60

  @Option(help: "The seed. The same seed leads to the same inputs.")
  var seed: UInt64 = 1

  @Option(help: "Run the input in this file once.", completion: .file())
  var replay: String?

  @Option(help: "The stack size of all threads in KiB. Threads on Apple platforms have 512.")
  var stackSize = 512

  @Option(help: "The file for the current input.", completion: .file())
  var input = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(getpid()).input").path

  @Flag(help: "List the targets.")
  var list = false

  func run() async throws {
    try SmallStack.restart(kibibytes: stackSize)
    if list { return FuzzTarget.all.forEach { print($0.name) } }
    if let replay {
      let (name, bytes) = try CurrentInput.read(replay)
      return try await one(named: name).run(bytes)
    }
    let targets = try target.isEmpty ? FuzzTarget.all : target.map(one(named:))
    let current = try CurrentInput(path: input)
    Report.note("inputs are written to \(input); replay one with --replay \(input)")
    let watchdog = Watchdog()
    var reports: [Report] = []
    for target in targets {
      let share = Duration.seconds(max(0, min(seconds, 1e6)) / Double(targets.count))
      reports.append(await target.fuzz(for: share, seed: seed, current: current, watchdog: watchdog))
    }
    print("executions  errors  target")
    for report in reports { print(report.line) }
    print("\(reports.reduce(0) { $0 + $1.executions }) executions, no trap")
    try? FileManager.default.removeItem(atPath: input)
    if reports.contains(where: { $0.unexpected != nil }) { throw ExitCode(1) }
  }

  private func one(named name: String) throws -> FuzzTarget {
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
      throw ValidationError("There is no target `\(name)`. See --list.")
    }
    return target
  }
}
