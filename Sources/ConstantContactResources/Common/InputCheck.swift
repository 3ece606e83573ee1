internal import ConstantContactCore

/// Checks a request against the contract's limits before anything is sent.
package struct InputCheck {
  let operation: String

  package init(_ operation: String) { self.operation = operation }

  /// - Throws: When a text is longer than it may be. Length is counted in Unicode scalars, as the contract counts.
  package func length(_ field: String, _ text: String?, limit: Int) throws {
    guard let length = text?.unicodeScalars.count, length > limit else { return }
    throw error("\(field) is \(length) characters long, the limit is \(limit)")
  }

  /// - Throws: When there are more elements than there may be.
  package func count(_ field: String, _ count: Int?, limit: Int) throws {
    guard let count, count > limit else { return }
    throw error("\(field) has \(count) elements, the limit is \(limit)")
  }

  /// - Throws: When a number lies outside its range.
  package func range(_ field: String, _ value: Int?, _ range: ClosedRange<Int>) throws {
    guard let value, !range.contains(value) else { return }
    throw error("\(field) is \(value), it has to be from \(range.lowerBound) to \(range.upperBound)")
  }

  /// - Throws: When a condition does not hold.
  package func require(_ condition: Bool, _ message: @autoclosure () -> String) throws {
    if !condition { throw error(message()) }
  }

  private func error(_ message: String) -> ConstantContactError {
    ConstantContactError(.invalidInput, message, operation: operation)
  }
}
