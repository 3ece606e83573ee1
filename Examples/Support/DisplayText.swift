/// Text out of a file, made safe to show on one line of a terminal.
public enum DisplayText {
  /// The text with every control character, line break and direction override made a space, so that a value can neither
  /// break a line nor command the terminal.
  public static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      // CRLF is one break.
      if !(scalar == "\n" && previous == "\r") { result.append(isUnsafe(scalar) ? " " : scalar) }
      previous = scalar
    }
    return String(result)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
