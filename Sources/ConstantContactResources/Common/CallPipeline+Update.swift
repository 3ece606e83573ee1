internal import ConstantContactCore

extension CallPipeline {
  /// Reads a value, lets a closure change it, and writes it back: the one way in which resources are updated.
  ///
  /// A value that was not read completely is never written: the write would lose what could not be read. Nothing is
  /// written when the closure changes nothing.
  ///
  /// - Parameters:
  ///   - descriptor: The operation that writes.
  ///   - noun: What is updated, for the error message.
  ///   - kept: The JSON fields that the API keeps when a request leaves them out: they need not be readable.
  ///   - read: Reads the current value.
  ///   - draft: Creates the draft that the closure changes.
  ///   - change: Changes the draft.
  ///   - write: Writes the changed draft; it is passed the current value and the draft before the change.
  /// - Returns: The value after the update.
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when the current value has fields that could not be
  ///   read; what the closures throw.
  func update<Current: APIModel, Draft: Equatable>(
    _ descriptor: OperationDescriptor,
    of noun: String,
    keeping kept: Set<String> = [],
    read: () async throws -> Current,
    draft makeDraft: (Current) throws -> Draft,
    change: (inout Draft) throws -> Void,
    write: (Current, _ before: Draft, _ after: Draft) async throws -> Current
  ) async throws -> Current {
    let current = try await read()
    let unreadable = current.unreadableFields.subtracting(kept)
    guard unreadable.isEmpty else {
      let names = unreadable.sorted().map { "`\($0)`" }.joined(separator: ", ")
      throw ConstantContactError(
        .unreadableResponse,
        "The \(noun) was not updated: \(names) could not be read and would be lost.",
        operation: descriptor.name)
    }
    let before = try makeDraft(current)
    var draft = before
    try change(&draft)
    return draft == before ? current : try await write(current, before, draft)
  }
}
