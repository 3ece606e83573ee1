package import ConstantContactTransport

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Encodes request bodies and decodes responses: no key strategies, no date strategies.
package enum JSONCoding {
  /// Encodes a request body.
  package static func body(_ value: some Encodable) throws -> TransportBody {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.userInfo[.isRequestBody] = true
    return .bytes(try encoder.encode(value))
  }

  /// Decodes a response body, whose depth and size are bounded.
  package static func decode<Value: Decodable>(
    _ body: Data,
    userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) throws -> Value {
    try JSONGuard.decode(from: body, userInfo: userInfo)
  }
}
