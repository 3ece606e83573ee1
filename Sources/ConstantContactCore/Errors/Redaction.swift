/// Removes from a text what must not be printed: email addresses and tokens.
enum Redaction {
  /// Replaces every email address by `<address>` and every unbroken run of 40 characters or more, as in tokens, by `<redacted>`.
  ///
  /// The at sign is recognized as it is, in full width, percent-encoded any number of times and as an HTML entity. A UUID, 36
  /// characters long, stays.
  static func redacted(_ text: String) -> String {
    // Apostrophes, braces and equals signs may be part of an address, so the first cut leaves them in the words.
    mapWords(of: withoutQuotedNames(text), separators: "\"<>()[],") { word in
      // A semicolon separates words, but also ends an entity such as `&#64;`.
      if hasAtSign(word) { return "<address>" }
      return mapWords(of: word, separators: "'{}=;") { $0.utf8.count >= 40 ? "<redacted>" : $0 }
    }
  }

  /// Removes quoted local parts, as in `"ann lee"@example.com`, which may hold spaces and separators: all from the first quote of the text
  /// to the last one before an at sign.
  private static func withoutQuotedNames(_ text: String) -> String {
    let quote = /"|＂|&(?:amp;)*(?:quot|#0*34|#x0*22);|%(?:25)*22/.ignoresCase()
    let quoteBeforeAtSign =
      /(?:"|＂|&(?:amp;)*(?:quot|#0*34|#x0*22);|%(?:25)*22)(?=@|＠|﹫|%(?:25)*40|&(?:amp;)*(?:#0*64|#x0*40|commat))/
      .ignoresCase()
    guard let last = text.ranges(of: quoteBeforeAtSign).last, let first = text.firstRange(of: quote) else {
      return text
    }
    return String(text[..<first.lowerBound] + text[last.upperBound...])
  }

  private static func hasAtSign(_ word: String) -> Bool {
    word.contains("@") || word.contains("＠") || word.contains("﹫")
      || word.contains(/%(?:25)*40|&(?:amp;)*(?:#0*64|#x0*40|commat)(?![0-9a-f])/.ignoresCase())
  }

  /// Whether a text is a name, such as that of a fault, and cannot be an address, a sentence or a token.
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
