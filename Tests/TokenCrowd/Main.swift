import Foundation

/// Several processes share a token file while they are killed at the worst moments. See `run` beside this file.
@main
struct TokenCrowd {
  static func main() async throws {
    let words = Array(CommandLine.arguments.dropFirst())
    if words == ["work"] {
      guard let settings = Worker.Settings(environment: ProcessInfo.processInfo.environment) else {
        exit(with: "a worker is started by 'token-crowd drive'")
      }
      try await Worker(settings: settings).run()
      return
    }
    guard words.first == "drive" else { exit(with: Self.usage) }
    var crowd = Crowd()
    var rest = words.dropFirst()
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { exit(with: usage) }
      switch option {
      case "--processes": crowd.processes = Int(value) ?? crowd.processes
      case "--expiries": crowd.expiries = Int(value) ?? crowd.expiries
      case "--seconds": crowd.seconds = Double(value) ?? crowd.seconds
      case "--death-rate": crowd.deathRate = Double(value) ?? crowd.deathRate
      default: exit(with: usage)
      }
    }
    let verdict = try await crowd.drive()
    print(verdict.summary)
    guard verdict.violations.isEmpty else {
      for violation in verdict.violations { print("VIOLATION: \(violation)") }
      Foundation.exit(1)
    }
  }

  static let usage = """
    usage: token-crowd drive [--processes 8] [--expiries 200] [--seconds 900] [--death-rate 0.03]

    --death-rate is how likely a process kills itself at each of three points of a refresh: after the mark, after the
    answer, after the write. Others are killed at any time, about two in a second.
    """

  static func exit(with message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    Foundation.exit(2)
  }
}
