import Foundation

/// A directory for the files that targets read.
final class Scratch: Sendable {
  static let shared = Scratch()

  let directory = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(getpid())")

  private init() { try? FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true) }

  private var file: URL { directory.appending(path: "input.json") }

  /// What the file contains now.
  var contents: [UInt8] { (try? Data(contentsOf: file)).map { Array($0) } ?? [] }

  /// Runs work on a file with the given contents.
  func withFile(_ contents: [UInt8], _ work: (URL) async throws -> Void) async throws {
    try Data(contents).write(to: file)
    try await work(file)
  }
}
