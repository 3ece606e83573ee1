internal import ConstantContactCore
internal import ConstantContactTransport

extension CallPipeline {
  /// A collection under `records`, whose next page is asked for with the parameter `next`.
  func records<Element: Decodable & Sendable>(
    _ descriptor: OperationDescriptor,
    path: [String] = [],
    limit: Int?,
    from start: PageCursor?,
    query: @escaping @Sendable () throws -> QueryItems
  ) -> PagedSequence<Element> {
    PagedSequence(operation: descriptor.name, limit: limit, start: start) { cursor in
      var query = try query()
      query.add("next", cursor?.link)
      let keys = PageKeys(items: "records", total: "total_records")
      let operation = try APIOperation(descriptor, path: path, query: query.items) { response in
        let page = try PageBody<Element>.decode(response.body, keys: keys).page
        let next: NextCursor = try JSONCoding.decode(response.body)
        return PagedSequence.Page(
          elements: page.elements, undecodable: page.undecodable,
          next: next.text.flatMap { $0.isEmpty ? nil : PageCursor(link: $0) }, total: page.total)
      }
      return try await send(operation)
    }
  }
}

private struct NextCursor: Decodable {
  let text: String?

  init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: TextKey.self)
    text = container[TextKey("next_cursor")]
  }
}
