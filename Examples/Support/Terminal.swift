internal import Foundation

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// What is known about the terminal.
public enum Terminal {
  /// The width where neither the terminal nor the environment tells one.
  public static let defaultWidth = 100

  /// Whether standard error is a terminal that understands being written over.
  public static var hasInteractiveError: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Whether standard output is a terminal.
  public static var hasInteractiveOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The width of the terminal behind standard output, in cells.
  public static var outputWidth: Int { width(descriptor: STDOUT_FILENO) }

  /// The width of the terminal behind standard error, in cells.
  public static var errorWidth: Int { width(descriptor: STDERR_FILENO) }

  /// The terminal's own answer, else the environment's `COLUMNS`, else ``defaultWidth``.
  package static func width(window: Int?, columns: String?) -> Int {
    if let window, window > 0 { return window }
    if let columns = columns.flatMap({ Int($0) }), columns > 0 { return columns }
    return defaultWidth
  }

  private static func width(descriptor: Int32) -> Int {
    var size = winsize()
    let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    return width(window: known ? Int(size.ws_col) : nil, columns: ProcessInfo.processInfo.environment["COLUMNS"])
  }
}
