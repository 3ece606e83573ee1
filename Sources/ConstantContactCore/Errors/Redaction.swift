/// Takes out of a sentence what must not be printed.
enum Redaction {
  /// Replaces every word with an `@` by `<address>`, and every unbroken run of 40 characters or more, as tokens are, by
  /// `<redacted>`. A UUID, 36 characters long, stays.
  static func redacted(_ text: String) -> String {
    // Apostrophes, braces and equals signs may be part of an address, so the first cut leaves them in the words.
    mapWords(of: text, separators: "\"<>()[],;") { word in
      if word.contains("@") || word.contains("%40") { return "<address>" }
      return mapWords(of: word, separators: "'{}=") { $0.utf8.count >= 40 ? "<redacted>" : $0 }
    }
  }

  /// Whether a text is a name, of a fault for instance, and cannot be an address, a sentence or a token.
  ///
  /// Names that are longer than a token's beginning are several words in lower case; tokens are not.
  static func isName(_ text: String) -> Bool {
    let words = text.utf8.split(omittingEmptySubsequences: false) { ".-_:".utf8.contains($0) }
    let isLong = text.utf8.count >= 40
    return words.allSatisfy { word in
      word.count < 36 && word.allSatisfy { isLowerCaseOrDigit($0) || (!isLong && isUpperCase($0)) }
    }
  }

  private static func isUpperCase(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

  private static func isLowerCaseOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func mapWords(of text: String, separators: String, _ change: (String) -> String) -> String {
    var out = ""
    var word = ""
    for character in text {
      if character.isWhitespace || separators.contains(character) {
        if !word.isEmpty { out += change(word) }
        word = ""
        out.append(character)
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? out : out + change(word)
  }
}
