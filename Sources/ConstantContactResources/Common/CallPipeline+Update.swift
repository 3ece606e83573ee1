internal import ConstantContactCore

extension CallPipeline {
  /// Reads a value, lets a closure change it, and writes it back: the one way in which resources are updated.
  ///
  /// A value that was not read completely is never written: the write would lose what could not be read. Nothing is
  /// written when the closure changes nothing. The API has no conditional writes, so nothing but the comparison happens
  /// between the response and the request that writes.
  ///
  /// - Parameters:
  ///   - descriptor: The operation that writes.
  ///   - noun: What is updated, for the error message.
  ///   - kept: The JSON fields that the API keeps when a request leaves them out: they need not be readable.
  ///   - read: Reads the current value.
  ///   - draft: Creates the draft that the closure changes.
  ///   - change: Changes the draft.
  ///   - isWrittenUnchanged: Whether the current value is written even when the closure changes nothing.
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
    isWrittenUnchanged: (Current) -> Bool = { _ in false },
    write: (Current, _ before: Draft, _ after: Draft) async throws -> Current
  ) async throws -> Current {
    let current = try await read()
    try current.checkReadable(for: descriptor, of: noun, keeping: kept)
    let before = try makeDraft(current)
    var draft = before
    try change(&draft)
    if draft == before && !isWrittenUnchanged(current) { return current }
    return try await write(current, before, draft)
  }
}

extension APIModel {
  /// Checks that a write which starts from this value loses nothing.
  ///
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when fields other than `kept` could not be read.
  func checkReadable(for descriptor: OperationDescriptor, of noun: String, keeping kept: Set<String>) throws {
    let unreadable = unreadableFields.subtracting(kept)
    if !unreadable.isEmpty {
      throw ConstantContactError.incomplete(unreadable, of: noun, "could not be read and would be lost", descriptor)
    }
  }
}

extension ConstantContactError {
  /// The error of an update whose read lacks fields that the write needs.
  static func incomplete(
    _ fields: Set<String>, of noun: String, _ reason: String, _ descriptor: OperationDescriptor
  ) -> ConstantContactError {
    let names = fields.sorted().map { "`\($0)`" }.joined(separator: ", ")
    return ConstantContactError(
      .unreadableResponse, "The \(noun) was not updated: \(names) \(reason).", operation: descriptor.name)
  }
}
