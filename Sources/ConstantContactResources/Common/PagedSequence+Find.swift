internal import ConstantContactCore

extension PagedSequence {
  /// Returns the first element whose key matches.
  ///
  /// - Parameters:
  ///   - field: The name of the key's JSON field, for the error message.
  ///   - key: Returns the key of an element; `nil` when the response did not contain it.
  ///   - matches: Whether a key is the wanted one.
  /// - Throws: ``ConstantContactError``, with code `unreadableResponse` when no key matches but one is missing: it might be the wanted
  ///   one, and "there is none" would be a guess.
  func find(
    _ field: String, by key: (Element) -> String?, where matches: (String) -> Bool
  ) async throws -> Element? {
    var isUnknown = false
    for try await element in self {
      guard let key = key(element) else {
        isUnknown = true
        continue
      }
      if matches(key) { return element }
    }
    if isUnknown { throw ConstantContactError.missingKey(field, operation) }
    return nil
  }
}

extension ConstantContactError {
  /// The error of a lookup that found no match, but an element whose key is missing.
  static func missingKey(_ field: String, _ operation: String) -> ConstantContactError {
    ConstantContactError(
      .unreadableResponse, "`\(field)` is missing in an element of the response, which may be the wanted one",
      operation: operation)
  }
}
