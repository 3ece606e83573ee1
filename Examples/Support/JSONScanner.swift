/// A scanner for the tokens of JSON text (RFC 8259) that counts lines.
///
/// Numbers keep their spelling, unlike with `JSONSerialization`, so that a phone number remains a phone number.
struct JSONScanner {
  private let bytes: [UInt8]
  private var position: Int
  /// The line of the next byte, counted from 1.
  private(set) var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next byte, or `nil` at the end.
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Skips whitespace, across lines or up to the end of the line.
  mutating func skipWhitespace(acrossLines: Bool) {
    while let byte = peek {
      switch byte {
      case 0x20, 0x09: break
      case 0x0D where acrossLines: break
      case 0x0A where acrossLines: line += 1
      default: return
      }
      position += 1
    }
  }

  /// Skips a byte if it is the next one.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  /// Skips a byte, which has to be the next one.
  mutating func expect(_ byte: UInt8) throws {
    guard skip(byte) else { throw unexpected("“\(Character(Unicode.Scalar(byte)))”") }
  }

  /// An error at this position. It omits the text that was found, which may be personal data.
  func unexpected(_ wanted: String) -> InputError {
    let found =
      switch peek {
      case nil: "the file ends"
      case 0x0A, 0x0D: "the line ends"
      default: "found other text"
      }
    return InputError(.invalidJSON, line: line, message: "expected \(wanted), but \(found)")
  }

  /// Reads a string and resolves its escapes.
  mutating func string() throws -> String {
    guard skip(UInt8(ascii: "\"")) else { throw unexpected("a string in quotation marks") }
    var content: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        do {
          return try UTF8Text.decode(content[...])
        } catch var error as InputError {
          error.line = line
          throw error
        }
      case UInt8(ascii: "\\"):
        position += 1
        content += String(try escape()).utf8
      case 0x00..<0x20:
        throw InputError(.invalidJSON, line: line, message: "the closing quotation mark of a string is missing")
      default:
        content.append(byte)
        position += 1
      }
    }
    throw unexpected("a closing quotation mark")
  }

  /// Reads a string, number, true or false as text, or `nil` for null.
  mutating func scalar() throws -> String? {
    switch peek {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      throw InputError(
        .nestedValue,
        line: line,
        message: "the value is an object or an array; use a string, a number, true, false or null"
      )
    default: break
    }
    let start = position
    while let byte = peek, !Self.endsScalar.contains(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "null": return nil
    case "true", "false": return word
    default:
      if Self.isNumber(bytes[start..<position]) { return word }
      position = start
      throw unexpected("a value")
    }
  }

  private static let endsScalar = Set(" \t\n\r,]}:\"".utf8)

  /// Whether the bytes are a JSON number: `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    func skip(_ accepted: String) -> Bool {
      guard let first = rest.first, accepted.utf8.contains(first) else { return false }
      rest.removeFirst()
      return true
    }
    func skipDigits() -> Bool {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest[digits.endIndex...]
      return !digits.isEmpty
    }
    _ = skip("-")
    guard skip("0") || skipDigits() else { return false }
    if skip("."), !skipDigits() { return false }
    if skip("eE") {
      _ = skip("+-")
      guard skipDigits() else { return false }
    }
    return rest.isEmpty
  }

  private mutating func escape() throws -> Unicode.Scalar {
    guard let byte = peek else { throw unexpected("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let high = try codeUnit()
      if let scalar = Unicode.Scalar(high) { return scalar }
      // JSON writes scalars outside the basic multilingual plane as surrogate pairs.
      if high < 0xDC00, skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) {
        let low = try codeUnit()
        if (0xDC00..<0xE000).contains(low),
          let scalar = Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(low) - 0xDC00)
        {
          return scalar
        }
      }
      throw InputError(.invalidJSON, line: line, message: "a \\u escape is an unpaired surrogate")
    default: throw InputError(.invalidJSON, line: line, message: "an escape is not valid in JSON")
    }
  }

  private mutating func codeUnit() throws -> UInt16 {
    let digits = bytes[position..<min(position + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw InputError(.invalidJSON, line: line, message: "a \\u escape needs four hexadecimal digits") }
    position += 4
    return unit
  }
}
