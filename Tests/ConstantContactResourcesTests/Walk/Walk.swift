import ConstantContactKit
import Testing

/// Every operation of the contract, called once: against the judge where there is one, else against fixtures.
enum Walk {
  /// One operation, and a call that reaches it.
  struct Step: Sendable, CustomTestStringConvertible {
    /// The operation that the call is about. Others that it needs on the way are not its own.
    let operation: OperationDescriptor
    /// Makes the call with every parameter and property that can go together, and returns the decoded result, whose values are
    /// compared with the answer's.
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
