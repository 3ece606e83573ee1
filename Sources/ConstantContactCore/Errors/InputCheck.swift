/// Checks a request against the limits of the API contract before anything is sent.
package struct InputCheck: Sendable {
  let operation: String

  /// - Parameter operation: The operation's name, for errors.
  package init(_ operation: String) { self.operation = operation }

  /// - Throws: When a text is too long. Length is counted in Unicode scalars, as the contract counts.
  package func length(_ field: String, _ text: String?, limit: Int) throws {
    guard let length = text?.unicodeScalars.count, length > limit else { return }
    throw error(
      "`\(field)` is \(length) characters; the limit is \(limit)",
      InvalidField(name: field, limit: limit, length: length))
  }

  /// - Throws: When there are too many elements.
  package func count(_ field: String, _ count: Int?, limit: Int) throws {
    guard let count, count > limit else { return }
    throw error(
      "`\(field)` has \(count) elements; the limit is \(limit)", InvalidField(name: field, limit: limit, length: count))
  }

  /// - Throws: When a number lies outside its range.
  package func range(_ field: String, _ value: Int?, _ range: ClosedRange<Int>) throws {
    guard let value, !range.contains(value) else { return }
    let bounds =
      range.upperBound == .max ? "at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
    throw error(
      "`\(field)` must be \(bounds)",
      InvalidField(
        name: field, limit: range.upperBound == .max ? nil : range.upperBound, minimum: range.lowerBound))
  }

  /// Checks a condition on one field.
  ///
  /// - Parameters:
  ///   - condition: The condition.
  ///   - field: The field's name in the API.
  ///   - problem: What is wrong with the field, such as "is empty". It must not contain the value.
  /// - Throws: When the condition does not hold.
  package func require(_ condition: Bool, _ field: String, _ problem: @autoclosure () -> String) throws {
    if !condition { throw error("`\(field)` \(problem())", InvalidField(name: field)) }
  }

  /// Checks a condition on several fields, or on none.
  ///
  /// - Throws: When the condition does not hold.
  package func require(_ condition: Bool, _ message: @autoclosure () -> String) throws {
    if !condition { throw error(message(), nil) }
  }

  private func error(_ message: String, _ field: InvalidField?) -> ConstantContactError {
    ConstantContactError(.invalidInput, message, operation: operation, invalidField: field)
  }
}
