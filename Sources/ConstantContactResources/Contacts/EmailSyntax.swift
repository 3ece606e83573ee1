/// A plausibility check of email addresses; the API decides whether an address is valid.
package enum EmailSyntax {
  /// Whether text has one `@` with something on either side, no whitespace or control characters, and a domain with a
  /// dot and without empty labels.
  package static func isPlausible(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[0].hasPrefix("."), !parts[0].hasSuffix(".") else { return false }
    guard text.unicodeScalars.allSatisfy({ !isForbidden($0) }) else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F
      || ",;:<>()[]\"\\".unicodeScalars.contains(scalar)
  }
}
