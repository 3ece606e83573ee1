import Foundation

/// Another process of this program, or of another one, with its standard output.
struct Child {
  private let process = Process()
  private let output = Pipe()

  /// Starts a process.
  init(_ arguments: [String], executable: String = "/proc/self/exe") throws {
    process.executableURL = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  /// Waits for the first line of output and returns it.
  func line() throws -> String {
    var data = Data()
    while !data.contains(0x0A) {
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { break }
      data += piece
    }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func end() {
    process.terminate()
    process.waitUntilExit()
  }

  /// The largest resident memory of this process in MB, where the system tells it; otherwise 0.
  static var peakMemory: Double {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
    else { return 0 }
    return kilobytes / 1e3
  }
}
