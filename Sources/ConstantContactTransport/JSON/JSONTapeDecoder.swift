#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A decoder of a value of a ``JSONTape``.
///
/// The library's types recognize it and read ``node`` directly. All other types get the containers of Foundation's decoder of the value's
/// text, whose coding paths begin at the value.
package struct JSONTapeDecoder: Decoder {
  /// The value to decode.
  package let node: JSONNode
  package let codingPath: [any CodingKey]

  /// Creates a decoder of a value.
  package init(_ node: JSONNode, at path: [any CodingKey]) {
    self.node = node
    codingPath = path
  }

  package var userInfo: [CodingUserInfoKey: Any] { [:] }

  package func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    try foundationDecoder().container(keyedBy: type)
  }

  package func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try foundationDecoder().unkeyedContainer() }

  package func singleValueContainer() throws -> any SingleValueDecodingContainer {
    try foundationDecoder().singleValueContainer()
  }

  private struct Capture: Decodable {
    let decoder: any Decoder
    init(from decoder: any Decoder) throws { self.decoder = decoder }
  }

  private func foundationDecoder() throws -> any Decoder {
    try node.checkForJSONDecoder()
    return try JSONDecoder().decode(Capture.self, from: node.source).decoder
  }
}
