/// Takes out of a sentence what must not be printed.
enum Redaction {
  /// Replaces every word with an `@` by `<address>`, and every unbroken run of 40 characters or more, as tokens are, by
  /// `<redacted>`. A UUID, 36 characters long, stays.
  static func redacted(_ text: String) -> String {
    var out = ""
    var word = ""
    func flush() {
      if word.contains("@") || word.contains("%40") {
        out += "<address>"
      } else if word.utf8.count >= 40 {
        out += "<redacted>"
      } else {
        out += word
      }
      word = ""
    }
    for character in text {
      if character.isWhitespace || "\"'<>()[]{},;=".contains(character) {
        flush()
        out.append(character)
      } else {
        word.append(character)
      }
    }
    flush()
    return out
  }
}
