import ExampleSupport
import Foundation

/// The browser of whoever sits at this machine.
enum Browser {
  /// Shows a page, where there is a browser.
  ///
  /// - Returns: Whether one was started.
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
