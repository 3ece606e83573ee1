public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The one way in which JSON is written and read: no key strategies, no date strategies.
public enum JSONCoding {
  /// Writes a request body.
  public static func body(_ value: some Encodable) throws -> TransportBody {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.userInfo[.isRequestBody] = true
    return .bytes(try encoder.encode(value))
  }

  /// Reads a response body.
  public static func decode<Value: Decodable>(_ body: Data) throws -> Value {
    try JSONDecoder().decode(Value.self, from: body)
  }
}
