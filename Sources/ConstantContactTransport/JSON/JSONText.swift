/// Checks and resolves what stands between the quotation marks of JSON text.
///
/// The checks read up to the first zero and no further: see ``JSONIndexer``.
enum JSONText {
  /// The length of the scalar of two to four bytes at a position; `nil` when the bytes are not UTF-8 (RFC 3629).
  static func scalarLength(at position: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[position] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard second.contains(bytes[position + 1]) else { return nil }
    for offset in 2..<max(2, length) where bytes[position + offset] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// The length of the escape at a position, both escapes of a surrogate pair taken together; `nil` when it stands for no character.
  static func escapeLength(at position: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(at: position, in: bytes), !(0xDC00...0xDFFF).contains(unit) else { return nil }
      guard (0xD800...0xDBFF).contains(unit) else { return 6 }
      guard bytes[position + 6] == UInt8(ascii: "\\"), bytes[position + 7] == UInt8(ascii: "u"),
        let low = codeUnit(at: position + 6, in: bytes), (0xDC00...0xDFFF).contains(low)
      else { return nil }
      return 12
    default: return nil
    }
  }

  /// The value of the four hexadecimal digits after `\u`.
  private static func codeUnit(at position: Int, in bytes: UnsafeRawBufferPointer) -> UInt32? {
    var value: UInt32 = 0
    for offset in 2..<6 {
      let byte = bytes[position + offset]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Resolves the escapes of text that the indexer has checked.
  static func unescaped(_ text: UnsafeRawBufferPointer) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var position = 0
    while position < text.count {
      let byte = text[position]
      guard byte == UInt8(ascii: "\\"), position + 1 < text.count else {
        result.append(byte)
        position += 1
        continue
      }
      let escaped = text[position + 1]
      switch escaped {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        position += appendScalar(at: position, of: text, to: &result)
        continue
      default: result.append(escaped)
      }
      position += 2
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends the scalar of one or two `\u` escapes.
  ///
  /// - Returns: The length of the escapes.
  private static func appendScalar(at position: Int, of text: UnsafeRawBufferPointer, to result: inout [UInt8]) -> Int {
    guard position + 6 <= text.count, var value = codeUnit(at: position, in: text) else { return 2 }
    var length = 6
    if (0xD800...0xDBFF).contains(value), position + 12 <= text.count, let low = codeUnit(at: position + 6, in: text) {
      value = 0x10000 + (value - 0xD800) << 10 + (low & 0x3FF)
      length = 12
    }
    result.append(contentsOf: String(UnicodeScalar(value) ?? "\u{FFFD}").utf8)
    return length
  }
}
