internal import ConstantContactCore
internal import ConstantContactTransport

extension CallPipeline {
  /// A collection whose first page has a query and whose other pages are links of the service's own.
  func pages<Element: Decodable & Sendable>(
    _ descriptor: OperationDescriptor,
    keys: PageKeys,
    limit: Int?,
    from start: PageCursor?,
    query: @escaping @Sendable () throws -> [(name: String, value: String)]
  ) -> PagedSequence<Element> {
    PagedSequence(operation: descriptor.name, limit: limit, start: start) { cursor in
      let operation: APIOperation<Page<Element>>
      if let cursor {
        operation = APIOperation(descriptor, following: cursor) {
          try PageBody.decode($0.body, keys: keys).page
        }
      } else {
        operation = try APIOperation(descriptor, query: query()) {
          try PageBody.decode($0.body, keys: keys).page
        }
      }
      return try await send(operation)
    }
  }
}
