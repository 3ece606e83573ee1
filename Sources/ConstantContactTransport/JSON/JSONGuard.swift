#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// The bounds of JSON from outside, and the one way to decode it.
///
/// `JSONDecoder` recurses into nested values: 170 levels overflow the 512 kB stack of a thread on Apple platforms. Every text is therefore
/// indexed first, without recursion; see ``JSONTape``.
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

    static func size(_ count: Int) -> Violation {
      Violation(description: "the JSON has \(count) bytes; the limit is \(maximumSize)")
    }
    static let encoding = Violation(description: "the JSON is not UTF-8 text")
    static let depth = Violation(description: "the JSON is nested deeper than \(maximumDepth) levels")
    static let number = Violation(description: "the JSON has a number longer than \(maximumNumberLength) digits")
    static let digits = Violation(description: "the JSON has a whole number with a fraction of too many digits")
    static let members = Violation(
      description: "the JSON has an array or object of more than \(maximumMembers) members")
    static let names = Violation(description: "the JSON has an object with two members of one name")
  }

  /// How a text ends.
  package enum Ending: Sendable {
    /// The text is JSON, or malformed before its end.
    case complete
    /// A string, array or object is open: the text was cut off.
    case open
  }

  /// Decodes a value with `JSONDecoder`, after the text was checked against the bounds.
  ///
  /// - Throws: ``Violation`` when the text exceeds a bound; `DecodingError`.
  package static func decode<Value: Decodable>(_ type: Value.Type = Value.self, from data: Data) throws -> Value {
    try JSONTape.decoding(data).root.checkForJSONDecoder()
    return try JSONDecoder().decode(type, from: data)
  }

  /// Checks a text against the bounds, and that no object has two members of one name: decoders keep one of them silently.
  ///
  /// - Returns: Whether the text was cut off. Whether it is valid JSON is left to the decoder.
  /// - Throws: ``Violation``.
  @discardableResult
  package static func scan(_ data: Data) throws -> Ending {
    do {
      _ = try JSONTape(indexing: data)
    } catch let error as JSONTape.Malformed {
      return error.isCutOff ? .open : .complete
    }
    return .complete
  }
}
