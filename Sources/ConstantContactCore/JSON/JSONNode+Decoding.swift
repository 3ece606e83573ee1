package import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension JSONNode {
  /// Decodes the value.
  ///
  /// - Parameters:
  ///   - type: The type of the value.
  ///   - path: The path from the outermost value, for errors.
  /// - Throws: `DecodingError`, with the path from the outermost value.
  package func decode<Value: Decodable>(_ type: Value.Type, at path: [any CodingKey] = []) throws -> Value {
    if JSONCoding.readsTape(type) { return try Value(from: JSONTapeDecoder(self, at: path)) }
    if type == String.self, let text = text as? Value { return text }
    try checkForJSONDecoder()
    do {
      return try JSONDecoder().decode(type, from: source)
    } catch let error as DecodingError {
      throw error.inside(path)
    }
  }

  /// Returns the error of a value that is of another kind.
  func mismatch(_ type: Any.Type, at path: [any CodingKey]) -> DecodingError {
    let context = DecodingError.Context(codingPath: path, debugDescription: "a value of another kind")
    return kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }
}

extension DecodingError {
  /// Returns the error with the path from a value around the one that was decoded.
  fileprivate func inside(_ path: [any CodingKey]) -> DecodingError {
    func extended(_ context: Context) -> Context {
      Context(
        codingPath: path + context.codingPath, debugDescription: context.debugDescription,
        underlyingError: context.underlyingError)
    }
    return switch self {
    case .typeMismatch(let type, let context): .typeMismatch(type, extended(context))
    case .valueNotFound(let type, let context): .valueNotFound(type, extended(context))
    case .keyNotFound(let key, let context): .keyNotFound(key, extended(context))
    case .dataCorrupted(let context): .dataCorrupted(extended(context))
    @unknown default: self
    }
  }
}
