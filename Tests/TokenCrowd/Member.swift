import Foundation

/// A worker process, from start to end.
final class Member {
  private let process = Process()
  private let journal: URL
  private var rest = ""
  private var reader: FileHandle
  /// The generation whose refresh may be under way.
  private(set) var marked: Int?

  init(_ settings: Worker.Settings, journal: URL) throws {
    self.journal = journal
    try Data().write(to: journal)
    reader = try FileHandle(forReadingFrom: journal)
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = ["work"]
    process.environment = ProcessInfo.processInfo.environment.merging(settings.environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: journal)
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  var isRunning: Bool { process.isRunning }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }
  func waitUntilExit() { process.waitUntilExit() }

  /// Returns the entries that were written since the last call.
  func newEntries() throws -> [Journal.Entry] {
    rest += String(decoding: try reader.readToEnd() ?? Data(), as: UTF8.self)
    var entries: [Journal.Entry] = []
    while let end = rest.firstIndex(of: "\n") {
      if let entry = Journal.Entry(line: rest[..<end]) { entries.append(entry) }
      rest = String(rest[rest.index(after: end)...])
    }
    for entry in entries {
      switch entry {
      case .marked(let generation): marked = generation
      case .unmarked, .remembered, .saved: marked = nil
      default: break
      }
    }
    return entries
  }

  func cleanUp() throws {
    try reader.close()
    try FileManager.default.removeItem(at: journal)
  }
}
