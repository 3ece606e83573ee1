import ConstantContactKit
import Testing

/// Every operation of the contract, called once, against the judge or against fixtures.
enum Walk {
  /// Whether `allPages()` ends after the first page.
  @TaskLocal static var deliversFirstPageOnly = false

  /// One operation, and a call that reaches it.
  struct Step: Sendable, CustomTestStringConvertible {
    /// The operation under test. The call may use others as well.
    let operation: OperationDescriptor
    /// Calls the operation with every compatible parameter and property, and returns the decoded result, whose values are
    /// compared with the response's.
    let call: @Sendable (ConstantContact) async throws -> any Sendable

    init(
      _ operation: OperationDescriptor,
      _ call: @escaping @Sendable (ConstantContact) async throws -> any Sendable
    ) {
      self.operation = operation
      self.call = call
    }

    var testDescription: String { operation.name }
  }
}
