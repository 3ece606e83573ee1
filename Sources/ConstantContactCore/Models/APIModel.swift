#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A value that the API sends, receives, or both.
///
/// A model decodes leniently: a field that is missing, null or of an unexpected type reads as `nil`, and never fails the
/// value that holds it. Fields that could not be read are named in ``unreadableFields``; fields that this version of the
/// library does not know are kept in ``additionalFields`` and encoded again, so that decoding an encoded model gives the
/// same model.
///
/// Create one for a preview or a test with the closure initializer:
///
/// ```swift
/// let contact = Contact {
///   $0.id = "5f0d1a1e-0000-0000-0000-000000000001"
///   $0.firstName = "Ann"
/// }
/// ```
///
/// Printing a model that holds personal data shows none of it; ``debugDump`` does.
public protocol APIModel: Codable, Hashable, Sendable {
  /// Creates a model without any fields.
  init()

  /// The fields that the properties do not hold.
  var additionalFields: AdditionalFields { get set }

  /// Connects each property with its JSON field. The library calls this to decode and to encode.
  mutating func mapFields(_ fields: inout FieldMapper)
}

extension APIModel {
  /// Creates a model and sets its properties.
  public init(_ configure: (inout Self) throws -> Void) rethrows {
    self.init()
    try configure(&self)
  }

  /// The names of the JSON fields that were present but could not be read, here or in a nested value.
  public var unreadableFields: Set<String> { additionalFields.unreadableFields }

  /// The model as JSON, with all personal data: for debugging, not for logs.
  public var debugDump: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads the fields that are present.
  @inlinable
  package init(_ fields: inout FieldMapper) {
    self.init()
    mapFields(&fields)
    additionalFields = fields.additionalFields()
  }

  /// Decodes the fields that are present. The library reads JSON without this initializer.
  ///
  /// - Throws: `DecodingError` when the value is not a JSON object.
  public init(from decoder: any Decoder) throws {
    var fields = try FieldMapper(decodingFrom: decoder)
    self.init(&fields)
  }

  /// Encodes every field, known or not. In a request body the library encodes only those that the API accepts.
  public func encode(to encoder: any Encoder) throws {
    var fields = FieldMapper(encodingTo: encoder, additionalFields)
    var copy = self
    copy.mapFields(&fields)
    try fields.finishEncoding()
  }
}
