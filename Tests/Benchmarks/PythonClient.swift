import Foundation

/// Constant Contact's Python client, where `Tests/PythonClient/run` has installed it.
struct PythonClient {
  private let interpreter: URL
  private let file: URL

  /// Keeps the body in a file for the client; `nil` when it is not installed.
  init?(_ body: Data) {
    let products = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    let folders = [products, products.deletingLastPathComponent().appending(path: "debug")]
    let found = folders.map { $0.appending(path: "python-client-1.5.0/bin/python") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
    guard let found else { return nil }
    interpreter = found
    file = FileManager.default.temporaryDirectory.appending(path: "page-\(getpid()).json")
    do { try body.write(to: file) } catch { return nil }
  }

  /// The CPU time that the client needs for one page, in milliseconds.
  func milliseconds() throws -> Double {
    let process = Process()
    process.executableURL = interpreter
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "PythonClient/read_contacts.py")
    process.arguments = [script.path, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .nan
  }
}
