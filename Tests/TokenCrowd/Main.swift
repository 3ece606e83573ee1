import Foundation

/// Processes that share a token file while they are killed at critical moments. See `run` in this directory.
@main
struct TokenCrowd {
  static func main() async throws {
    let words = Array(CommandLine.arguments.dropFirst())
    if words == ["work"] {
      guard let settings = Worker.Settings(environment: ProcessInfo.processInfo.environment) else {
        exit(with: "A worker is started by 'token-crowd drive'.")
      }
      try await Worker(settings: settings).run()
      return
    }
    guard words.first == "drive" else { exit(with: usage) }
    var crowd = Crowd()
    var rest = words.dropFirst()
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { exit(with: usage) }
      switch option {
      case "--processes": crowd.processes = Int(value) ?? crowd.processes
      case "--expiries": crowd.expiries = Int(value) ?? crowd.expiries
      case "--seconds": crowd.seconds = Double(value) ?? crowd.seconds
      case "--death-rate": crowd.deathRate = Double(value) ?? crowd.deathRate
      case "--kills-per-second": crowd.killsPerSecond = Double(value) ?? crowd.killsPerSecond
      case "--reconnect-delay": crowd.reconnectDelay = Double(value) ?? crowd.reconnectDelay
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
                             [--kills-per-second 2] [--reconnect-delay 0]

    --death-rate        how likely a process kills itself at each of three points of a refresh: after the mark, after
                        the response, after the save
    --kills-per-second  how many processes are killed at any time
    --reconnect-delay   how many seconds pass between a reported lost response and the reconnection of the account
    """

  static func exit(with message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    Foundation.exit(2)
  }
}
