import Foundation

/// A process of `lead-webhook`.
final class ServiceProcess {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let port: UInt16
  private let process = Process()

  /// Starts the process, and returns when it listens.
  init(_ executable: URL, arguments: [String], environment: [String: String], errors: FileHandle) throws {
    let output = Pipe()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    var line = Data()
    while line.last != 0x0A {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw Failure(description: "lead-webhook did not start") }
      line += data
    }
    let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard let port = text.split(separator: ":").last.flatMap({ UInt16($0) }) else {
      throw Failure(description: "lead-webhook did not print its URL")
    }
    self.port = port
  }

  /// Kills the process.
  func crash() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Stops the process.
  ///
  /// - Returns: The exit status.
  func stop() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }
}
