/// The number of terminal cells that text occupies: two for East Asian wide characters and emoji, none for combining marks.
///
/// Terminals differ in rare cases. This follows the C library's `wcwidth` for single scalars, and counts an emoji
/// sequence as one emoji.
public enum DisplayWidth {
  /// Returns the width of a text in cells.
  public static func of(_ text: String) -> Int {
    var width = 0
    for character in text { width += of(character) }
    return width
  }

  /// Returns the width of a character in cells.
  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    // An emoji sequence (joined, with a skin tone, a flag, or with variation selector 16) is as wide as one emoji.
    if scalars.count > 1, scalars.contains(where: { isEmojiSequenceMark($0) }) { return 2 }
    // Indic scripts use the same joiner, but do not start with an emoji.
    if scalars.first?.properties.isEmojiPresentation == true { return 2 }
    var width = 0
    for scalar in scalars { width += of(scalar) }
    return width
  }

  /// Returns the text, truncated with an ellipsis when it exceeds `limit` cells.
  public static func truncate(_ text: String, to limit: Int) -> String {
    guard of(text) > limit else { return text }
    guard limit > 0 else { return "" }
    var result = ""
    var width = 0
    for character in text {
      let next = of(character)
      if width + next > limit - 1 { break }
      result.append(character)
      width += next
    }
    // The text may have been truncated before.
    return result.hasSuffix("…") ? result : result + "…"
  }

  private static func isEmojiSequenceMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: true
    default: false
    }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0: return 0
    case 0x20..<0x7F, 0xAD: return 1
    // Conjoining Hangul vowels and final consonants combine with the initial consonant.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  // The blocks that Unicode's EastAsianWidth.txt marks W or F, with their small gaps filled.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
