internal import ConstantContactCore

extension CallPipeline {
  /// Deletes. What is gone already is no error.
  func delete(_ descriptor: OperationDescriptor, path: [String]) async throws {
    try await ignoringNotFound { try await send(.empty(descriptor, path: path)) }
  }
}

/// Runs a deletion that takes "there is no such thing" for done: one whose answer was lost is made again.
func ignoringNotFound(_ delete: () async throws -> Void) async throws {
  do {
    try await delete()
  } catch let error as ConstantContactError where error.code == .notFound {
    return
  }
}
