internal import ConstantContactCore

extension CallPipeline {
  /// Deletes a resource. A missing resource is not an error: a deletion whose response was lost is retried.
  func delete(_ descriptor: OperationDescriptor, path: [String]) async throws {
    do {
      try await send(.empty(descriptor, path: path))
    } catch let error as ConstantContactError where error.code == .notFound {
      return
    }
  }
}
