internal import ConstantContactCore

extension CallPipeline {
  /// Deletes. What is gone already is no error: a deletion whose answer was lost is made again.
  func delete(_ descriptor: OperationDescriptor, path: [String]) async throws {
    do {
      try await send(.empty(descriptor, path: path))
    } catch let error as ConstantContactError where error.code == .notFound {
      return
    }
  }
}
