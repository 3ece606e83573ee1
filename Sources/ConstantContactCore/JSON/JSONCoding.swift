package import ConstantContactTransport

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Encodes request bodies and decodes responses: no key strategies, no date strategies.
///
/// Every response is read here. Its depth and size are bounded: see `JSONGuard`.
package enum JSONCoding {
  /// Encodes a request body.
  package static func body(_ value: some Encodable) throws -> TransportBody {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.userInfo[.isRequestBody] = true
    return .bytes(try encoder.encode(value))
  }

  /// Decodes a response body.
  ///
  /// The library's own types read the index of the text; all others are decoded by `JSONDecoder`.
  ///
  /// - Throws: `DecodingError`; `JSONGuard.Violation` when the body exceeds a bound.
  package static func decode<Value: Decodable>(_ body: Data) throws -> Value {
    guard readsTape(Value.self) else { return try JSONGuard.decode(from: body) }
    return try Value(from: JSONTapeDecoder(value(of: body), at: []))
  }

  /// Returns the outermost value of a response body.
  ///
  /// - Throws: `DecodingError`; `JSONGuard.Violation` when the body exceeds a bound.
  package static func value(of body: Data) throws -> JSONNode { try JSONTape.decoding(body).root }

  /// Whether a type recognizes a `JSONTapeDecoder`. What another type may do with a decoder only Foundation's decoder knows.
  static func readsTape(_ type: any Decodable.Type) -> Bool {
    type is any APIModel.Type || type is any OpenValue.Type || type is any TapeReading.Type
  }
}

/// A type, other than models and open values, that recognizes a `JSONTapeDecoder`.
protocol TapeReading: Decodable {}
