#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Decodes JSON from outside, after a scan that bounds its depth, its numbers and its size.
///
/// `JSONDecoder` recurses into nested values: 170 levels overflow the 512 kB stack of a thread on Apple platforms. The scan is one loop
/// over the bytes and allocates nothing that grows with the input.
package enum JSONGuard {
  /// The deepest nesting of arrays and objects.
  package static let maximumDepth = 64
  /// The length of the longest number, in bytes.
  package static let maximumNumberLength = 256
  /// The largest number of members of one object, or elements of one array.
  package static let maximumMembers = 100_000
  /// The largest text, in bytes: 64 MiB.
  package static let maximumSize = 64 << 20

  /// A bound that a text exceeds.
  package struct Violation: Error, Sendable, CustomStringConvertible {
    /// What exceeds which limit, without any of the data.
    package let description: String
  }

  /// How a text ends.
  package enum Ending: Sendable {
    /// All strings, arrays and objects are closed.
    case complete
    /// A string, array or object is open: the text was cut off.
    case open
  }

  /// Decodes a value.
  ///
  /// - Parameters:
  ///   - type: The type of the value.
  ///   - data: The JSON text, in UTF-8.
  ///   - userInfo: Passed on to the decoder.
  /// - Throws: ``Violation`` when the text exceeds a bound; `DecodingError`.
  package static func decode<Value: Decodable>(
    _ type: Value.Type = Value.self,
    from data: Data,
    userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) throws -> Value {
    try scan(data)
    let decoder = JSONDecoder()
    decoder.userInfo = userInfo
    return try decoder.decode(type, from: data)
  }

  /// Checks a text against the bounds. Whether it is valid JSON is left to the decoder.
  ///
  /// - Throws: ``Violation``.
  @discardableResult
  package static func scan(_ data: Data) throws -> Ending {
    guard data.count <= maximumSize else {
      throw Violation(description: "the JSON has \(data.count) bytes; the limit is \(maximumSize)")
    }
    return try data.withUnsafeBytes { bytes in
      var scanner = Scanner()
      for byte in bytes { try scanner.take(byte) }
      return scanner.isOpen ? .open : .complete
    }
  }

  private struct Scanner {
    /// The commas so far of each open array or object.
    private var commas: [Int] = []
    private var numberLength = 0
    private var isInString = false
    private var isEscaped = false

    var isOpen: Bool { isInString || !commas.isEmpty }

    mutating func take(_ byte: UInt8) throws {
      // UTF-16 and UTF-32, which `JSONDecoder` accepts too, would hide the brackets from a scan of bytes.
      if byte == 0 { throw Violation(description: "the JSON is not UTF-8 text") }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        return
      }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        numberLength += 1
        guard numberLength <= maximumNumberLength else {
          throw Violation(description: "the JSON has a number longer than \(maximumNumberLength) digits")
        }
        return
      case UInt8(ascii: "\""):
        isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        guard commas.count < maximumDepth else {
          throw Violation(description: "the JSON is nested deeper than \(maximumDepth) levels")
        }
        commas.append(0)
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        _ = commas.popLast()
      case UInt8(ascii: ","):
        guard let count = commas.popLast() else { break }
        guard count + 1 < maximumMembers else {
          throw Violation(description: "the JSON has an array or object of more than \(maximumMembers) members")
        }
        commas.append(count + 1)
      default: break
      }
      numberLength = 0
    }
  }
}
