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
    let read: @Sendable (TransportResponse) throws -> PagedSequence<Element>.Page = { response in
      let body = try PageBody<Element>.decode(response.body, keys: keys)
      if response.status == 202 || body.status == "processing" {
        // Its empty page would read as "there are none".
        throw ConstantContactError(
          .stillProcessing, "the service is still putting the collection together: ask again in a while",
          operation: descriptor.name, status: response.status)
      }
      return body.page
    }
    return PagedSequence(operation: descriptor.name, limit: limit, start: start) { cursor in
      let operation: APIOperation<PagedSequence<Element>.Page>
      if let cursor {
        operation = APIOperation(descriptor, following: cursor, decode: read)
      } else {
        operation = try APIOperation(descriptor, query: query(), decode: read)
      }
      return try await send(operation)
    }
  }
}
