#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A strict JSON parser (RFC 8259) with bounded depth, so that no request can exhaust the stack.
struct JSONParser {
  /// The text is not JSON, or is nested too deeply.
  struct Malformed: Error {}

  /// Arrays and objects inside each other; requests of the API need 6.
  static let maximumDepth = 64

  private let bytes: [UInt8]
  private var index = 0

  static func parse(_ data: Data) throws(Malformed) -> JSON {
    var parser = JSONParser(bytes: [UInt8](data))
    let value = try parser.value(depth: 0)
    parser.skipWhitespace()
    guard parser.index == parser.bytes.count else { throw Malformed() }
    return value
  }

  /// Returns the offsets at which the elements of an array end that is a member of the object; empty for other text.
  static func elementEnds(of name: String, in data: Data) -> [Int] {
    var parser = JSONParser(bytes: [UInt8](data))
    return (try? parser.elementEnds(of: name)) ?? []
  }

  private mutating func elementEnds(of name: String) throws(Malformed) -> [Int] {
    skipWhitespace()
    guard take(UInt8(ascii: "{")) else { throw Malformed() }
    while true {
      skipWhitespace()
      guard current == UInt8(ascii: "\"") else { throw Malformed() }
      let isWanted = try string() == name
      skipWhitespace()
      guard take(UInt8(ascii: ":")) else { throw Malformed() }
      skipWhitespace()
      if isWanted, take(UInt8(ascii: "[")) {
        var ends: [Int] = []
        repeat {
          _ = try value(depth: 2)
          ends.append(index)
          skipWhitespace()
        } while take(UInt8(ascii: ","))
        return ends
      }
      _ = try value(depth: 1)
      skipWhitespace()
      guard take(UInt8(ascii: ",")) else { throw Malformed() }
    }
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipWhitespace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(Malformed) -> JSON {
    guard depth <= Self.maximumDepth else { throw Malformed() }
    skipWhitespace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private mutating func literal(_ text: StaticString, _ value: JSON) throws(Malformed) -> JSON {
    for byte in text.description.utf8 where !take(byte) { throw Malformed() }
    return value
  }

  private mutating func object(depth: Int) throws(Malformed) -> JSON {
    index += 1
    var members: [String: JSON] = [:]
    skipWhitespace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipWhitespace()
      guard current == UInt8(ascii: "\"") else { throw Malformed() }
      let name = try string()
      skipWhitespace()
      guard take(UInt8(ascii: ":")) else { throw Malformed() }
      members[name] = try value(depth: depth + 1)
      skipWhitespace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw Malformed() }
    }
  }

  private mutating func array(depth: Int) throws(Malformed) -> JSON {
    index += 1
    var items: [JSON] = []
    skipWhitespace()
    if take(UInt8(ascii: "]")) { return .array(items) }
    while true {
      items.append(try value(depth: depth + 1))
      skipWhitespace()
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { throw Malformed() }
    }
  }

  private mutating func string() throws(Malformed) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = current {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: text, as: UTF8.self) else { throw Malformed() }
        return text
      case UInt8(ascii: "\\"): text += try escaped()
      case 0x00..<0x20: throw Malformed()
      default: text.append(byte)
      }
    }
    throw Malformed()
  }

  private mutating func escaped() throws(Malformed) -> [UInt8] {
    guard let byte = current else { throw Malformed() }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw Malformed()
    }
  }

  private mutating func unicodeEscape() throws(Malformed) -> [UInt8] {
    var code = try hexDigits()
    if 0xD800..<0xDC00 ~= code {
      guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw Malformed() }
      let low = try hexDigits()
      guard 0xDC00..<0xE000 ~= low else { throw Malformed() }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    // An unpaired low surrogate is not a scalar.
    guard let scalar = UnicodeScalar(code) else { throw Malformed() }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexDigits() throws(Malformed) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = current.flatMap({ Character(UnicodeScalar($0)).hexDigitValue }) else { throw Malformed() }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  private mutating func number() throws(Malformed) -> JSON {
    let start = index
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")), skipDigits() == 0 { throw Malformed() }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      if skipDigits() == 0 { throw Malformed() }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isInteger = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if skipDigits() == 0 { throw Malformed() }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    guard let double = Double(text), double.isFinite else { throw Malformed() }
    return Int(exactly: double).map { .integer($0) } ?? .number(double)
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while let byte = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { index += 1 }
    return index - start
  }
}
