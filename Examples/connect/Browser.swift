import ExampleSupport
import Foundation

/// The default browser of this machine.
enum Browser {
  /// Whether there is a browser.
  static var isAvailable: Bool { BrowserProgram.path() != nil }

  /// Opens a URL.
  ///
  /// - Parameter url: The URL, which other programs can read in the arguments of the browser.
  /// - Returns: Whether the browser was started.
  static func open(_ url: URL) -> Bool {
    guard let program = BrowserProgram.path() else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [url.absoluteString]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return (try? process.run()) != nil
  }
}
