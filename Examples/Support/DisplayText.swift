public import Foundation

/// Sanitizes text for display on one line of a terminal.
public enum DisplayText {
  /// Returns the text with a space for each control character, line break and direction override.
  public static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      // CRLF is one line break.
      if !(scalar == "\n" && previous == "\r") { result.append(isUnsafe(scalar) ? " " : scalar) }
      previous = scalar
    }
    return String(result)
  }

  /// Returns a date in ISO 8601; `nil` for a date outside the years 1970 to 9999, which formatters cannot handle.
  public static func date(_ date: Date) -> String? {
    (0..<253_402_300_800).contains(date.timeIntervalSince1970) ? date.formatted(.iso8601) : nil
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
