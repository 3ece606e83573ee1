#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Decodes JSON from outside, after a scan that bounds its depth, its numbers and its size.
///
/// `JSONDecoder` recurses into nested values: 170 levels overflow the 512 kB stack of a thread on Apple platforms. The scan is one loop
/// over the bytes. It keeps a hash for each member of the objects that are open, and nothing else that grows with the input.
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
    /// The first array or object is closed, whatever follows it.
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

  /// Checks a text against the bounds, and that no object has two members of one name: decoders keep one of them silently. Whether the
  /// text is valid JSON is left to the decoder.
  ///
  /// - Throws: ``Violation``.
  @discardableResult
  package static func scan(_ data: Data) throws -> Ending {
    guard data.count <= maximumSize else {
      throw Violation(description: "the JSON has \(data.count) bytes; the limit is \(maximumSize)")
    }
    return try data.withUnsafeBytes { bytes in
      var scanner = Scanner()
      for index in bytes.indices { try scanner.take(bytes[index], at: index, of: bytes) }
      return scanner.isOpen ? .open : .complete
    }
  }

  private struct Scanner {
    /// The commas so far of each open array or object.
    private var commas: [Int] = []
    /// For each open array or object: where the hashes of its members' names begin; `nil` for an array.
    private var names: [Int?] = []
    /// The hashes of the names in the open objects.
    private var hashes: [Int] = []
    private var numberLength = 0
    private var isInString = false
    private var isEscaped = false
    /// Whether the string under way, or the next one, is the name of a member.
    private var isName = false
    private var stringStart = 0
    /// Whether the first array or object was closed. What follows cannot open it again.
    private var isClosed = false

    var isOpen: Bool { !isClosed && (isInString || !commas.isEmpty) }

    mutating func take(_ byte: UInt8, at index: Int, of bytes: UnsafeRawBufferPointer) throws {
      // UTF-16 and UTF-32, which `JSONDecoder` accepts too, would hide the brackets from a scan of bytes.
      if byte == 0 { throw Violation(description: "the JSON is not UTF-8 text") }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
          if isName { note(UnsafeRawBufferPointer(rebasing: bytes[stringStart...index])) }
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
        stringStart = index
      case UInt8(ascii: ":"):
        isName = false
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        guard commas.count < maximumDepth else {
          throw Violation(description: "the JSON is nested deeper than \(maximumDepth) levels")
        }
        commas.append(0)
        isName = byte == UInt8(ascii: "{")
        names.append(isName ? hashes.count : nil)
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        isName = false
        try checkNames()
        _ = commas.popLast()
        if commas.isEmpty { isClosed = true }
      case UInt8(ascii: ","):
        isName = names.last.map { $0 != nil } ?? false
        guard let count = commas.popLast() else { break }
        guard count + 1 < maximumMembers else {
          throw Violation(description: "the JSON has an array or object of more than \(maximumMembers) members")
        }
        commas.append(count + 1)
      default: break
      }
      numberLength = 0
    }

    /// Keeps the hash of a name, which is passed with its quotation marks.
    private mutating func note(_ text: UnsafeRawBufferPointer) {
      var hasher = Hasher()
      // `\u0061` is another spelling of `a`.
      if text.contains(UInt8(ascii: "\\")), let name = try? JSONDecoder().decode(String.self, from: Data(text)) {
        Data(name.utf8).withUnsafeBytes { hasher.combine(bytes: $0) }
      } else {
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: text.dropFirst().dropLast()))
      }
      hashes.append(hasher.finalize())
    }

    /// Checks the names of the object that ends.
    private mutating func checkNames() throws {
      guard let start = names.popLast().flatMap({ $0 }) else { return }
      let own = hashes[start...].sorted()
      hashes.removeLast(own.count)
      guard !zip(own, own.dropFirst()).contains(where: ==) else {
        throw Violation(description: "the JSON has an object with two members of one name")
      }
    }
  }
}
