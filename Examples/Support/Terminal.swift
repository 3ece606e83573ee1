internal import Foundation

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Properties of the terminal.
public enum Terminal {
  /// The width when neither the terminal nor the environment states one.
  public static let defaultWidth = 100

  /// Whether standard error is a terminal whose lines can be overwritten.
  public static var hasInteractiveError: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Whether standard output is a terminal.
  public static var hasInteractiveOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The width of the terminal on standard output, in cells.
  public static var outputWidth: Int { width(descriptor: STDOUT_FILENO) }

  /// The width of the terminal on standard error, in cells.
  public static var errorWidth: Int { width(descriptor: STDERR_FILENO) }

  /// Returns the terminal's width, else the `COLUMNS` variable, else ``defaultWidth``.
  public static func width(window: Int?, columns: String?) -> Int {
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
