internal import ConstantContactTransport

extension JSONObject {
  /// Reads text, or a number or truth value in its place; `nil` for anything else, and when it is missing.
  mutating func lenientText(_ name: String) -> LenientText? { member(name).flatMap(LenientText.init) }

  /// Reads text, or a number or truth value in its place; `nil` when it is missing or null.
  ///
  /// - Throws: `DecodingError` for anything else.
  mutating func strictText(_ name: String) throws -> LenientText? {
    guard let node = member(name), node.kind != .null else { return nil }
    guard let text = LenientText(node) else { throw node.mismatch(String.self, at: [TextKey(name)]) }
    return text
  }

  /// Reads a whole number, or its text; `nil` when it is missing or null.
  ///
  /// - Throws: `DecodingError` for anything else.
  mutating func wholeNumber(_ name: String) throws -> Int? {
    guard let text = try strictText(name) else { return nil }
    guard let number = text.wholeNumber else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [TextKey(name)], debugDescription: "not a whole number"))
    }
    return number
  }
}
