package import ConstantContactTransport

extension CallPipeline {
  /// Returns a collection: the one place where pages are requested.
  ///
  /// - Parameters:
  ///   - descriptor: The operation.
  ///   - layout: Where the elements are, and how the next page is requested.
  ///   - path: The values of the operation's path.
  ///   - limit: The largest number of elements; all when `nil`. No page is requested larger than it.
  ///   - pageSize: The elements per request, sent as the parameter `limit`; none is sent when `nil`.
  ///   - start: The cursor to continue from.
  ///   - waitsWhileProcessing: Whether a response that says "still processing" is requested again until the call's deadline; otherwise it
  ///     is an error.
  ///   - query: Returns the other parameters of the first page, and checks the input. It is called for each page without a link.
  package func pages<Element: Decodable & Sendable>(
    _ descriptor: OperationDescriptor,
    _ layout: PageLayout,
    path: [String] = [],
    limit: Int? = nil,
    pageSize: PageSize? = nil,
    from start: PageCursor? = nil,
    waitsWhileProcessing: Bool = false,
    query: @escaping @Sendable () throws -> [(name: String, value: String)] = { [] }
  ) -> PagedSequence<Element> {
    pages(
      descriptor, layout, path: path, limit: limit, pageSize: pageSize, from: start,
      waitsWhileProcessing: waitsWhileProcessing, query: query
    ) { try PageBody.decode($0.body, layout) }
  }

  /// Returns a collection whose responses are decoded by a closure.
  package func pages<Element: Sendable>(
    _ descriptor: OperationDescriptor,
    _ layout: PageLayout,
    path: [String] = [],
    limit: Int? = nil,
    pageSize: PageSize? = nil,
    from start: PageCursor? = nil,
    waitsWhileProcessing: Bool = false,
    query: @escaping @Sendable () throws -> [(name: String, value: String)] = { [] },
    decode: @escaping @Sendable (TransportResponse) throws -> PageBody<Element>
  ) -> PagedSequence<Element> {
    let request = PageRequest(
      descriptor: descriptor, layout: layout, path: path, size: pageSize?.size(limit: limit),
      sizeRange: pageSize?.range, query: query)
    return PagedSequence(operation: descriptor.name, limit: limit, start: start) { cursor in
      let sent = try request.parameters(at: cursor)
      let operation: APIOperation<PageBody<Element>?> = try request.operation(at: cursor, sent) { response in
        // The elements of an incomplete collection would read as "there are none".
        if response.status == 202 { return nil }
        let body = try decode(response)
        return body.isProcessing ? nil : body
      }
      if waitsWhileProcessing {
        let body = try await untilProcessed(operation)
        return try request.page(of: body, sent: sent).with(body.details, of: descriptor, layout, path: path)
      }
      guard let body = try await send(operation) else { throw PageRequest.stillProcessing(descriptor) }
      return try request.page(of: body, sent: sent).with(body.details, of: descriptor, layout, path: path)
    }
  }

  /// Repeats a call until it has a result or its deadline passes.
  private func untilProcessed<Result>(_ operation: APIOperation<Result?>) async throws -> Result {
    let time = configuration.time
    let deadline = CallDeadline(after: effectiveDeadline, time: time)
    var pipeline = self
    var pause = Duration.seconds(2)
    while true {
      pipeline.options.deadline = deadline.remaining
      if let result = try await pipeline.send(operation) { return result }
      guard pause < deadline.remaining else { throw PageRequest.stillProcessing(operation.descriptor) }
      try await time.sleep(for: pause)
      pause = min(pause * 1.5, .seconds(30))
    }
  }
}

/// The requests for the pages of one collection.
private struct PageRequest: Sendable {
  let descriptor: OperationDescriptor
  let layout: PageLayout
  let path: [String]
  let size: Int?
  let sizeRange: ClosedRange<Int>?
  let query: @Sendable () throws -> [(name: String, value: String)]

  /// The parameter that holds the elements per request.
  private static let sizeName = "limit"
  /// The largest page number or offset, so that counting on cannot overflow.
  private static let largestNumber = 1_000_000_000

  static func stillProcessing(_ descriptor: OperationDescriptor) -> ConstantContactError {
    ConstantContactError(
      .stillProcessing, "the API is still computing the collection", operation: descriptor.name, status: 202)
  }

  /// Returns the query of the page at a cursor; `nil` when the cursor is a link.
  func parameters(at cursor: PageCursor?) throws -> [(name: String, value: String)]? {
    if let cursor { try check(cursor) }
    if case .link? = cursor?.position { return nil }
    if let sizeRange { try InputCheck(descriptor.name).range("pageSize", size, sizeRange) }
    var items = try query()
    if let size { items.append((Self.sizeName, String(size))) }
    var replacements: [PageCursor.Parameter] = []
    if case .parameters(let parameters)? = cursor?.position {
      replacements = parameters
    } else {
      switch layout.next {
      case .number(let parameter), .offset(let parameter): replacements = [PageCursor.Parameter(parameter, "0")]
      case .none, .link, .token: break
      }
    }
    for replacement in replacements {
      items.removeAll { $0.name == replacement.name }
      items.append((replacement.name, replacement.value))
    }
    return items
  }

  func operation<Result>(
    at cursor: PageCursor?,
    _ query: [(name: String, value: String)]?,
    decode: @escaping @Sendable (TransportResponse) throws -> Result
  ) throws -> APIOperation<Result> {
    if case .link(let link)? = cursor?.position { return APIOperation(descriptor, following: link, decode: decode) }
    return try APIOperation(descriptor, path: path, query: query ?? [], decode: decode)
  }

  func page<Element>(
    of body: PageBody<Element>, sent: [(name: String, value: String)]?
  ) throws -> PagedSequence<Element>.Page {
    var page = PagedSequence.Page(
      elements: body.elements, undecodable: body.undecodable,
      next: try position(after: body, sent: sent ?? [])
        .map { PageCursor(operation: descriptor.name, path: path, position: $0) },
      total: body.total)
    switch (layout.next, page.next?.position) {
    case (.number, .parameters?), (.offset, .parameters?): page.isNextComputed = true
    default: break
    }
    page.fingerprint = Self.fingerprint(of: body)
    // A count that was not asked for may be that of another collection, such as of all contacts beside the one that was found.
    page.isTotalRequested =
      switch layout.next {
      case .link, .none: sent?.contains { $0 == ("include_count", "true") } ?? false
      case .token, .number, .offset: true
      }
    return page
  }

  /// A hash of the page's first and last element and their number; `nil` when there are none or they cannot be compared.
  private static func fingerprint<Element>(of body: PageBody<Element>) -> Int? {
    let count = body.elements.count + body.undecodable.count
    if count == 0 { return nil }
    var hasher = Hasher()
    hasher.combine(count)
    for element in [body.elements.first, body.elements.last].compactMap(\.self) {
      guard let element = element as? any Hashable else { return nil }
      element.hash(into: &hasher)
    }
    for element in [body.undecodable.first, body.undecodable.last] { element?.json.hash(into: &hasher) }
    return hasher.finalize()
  }

  private func position<Element>(
    after body: PageBody<Element>, sent: [(name: String, value: String)]
  ) throws -> PageCursor.Position? {
    let count = body.elements.count + body.undecodable.count
    func number(_ parameter: String) -> Int { sent.first { $0.name == parameter }.flatMap { Int($0.value) } ?? 0 }
    switch layout.next {
    case .none: return nil
    case .link: return body.link.map { .link($0) }
    case .token(_, let parameter):
      return body.token.map { .parameters([.init(parameter, $0)]) } ?? body.link.map { .link($0) }
    case .number(let parameter):
      let requested = number(parameter)
      // The contract's example numbers pages from 1 in the response; an earlier number means that the pages repeat.
      guard body.number.map({ $0 < 0 || $0 >= requested }) ?? true else {
        throw ConstantContactError(
          .repeatedCursor, "the API returned an earlier page than the requested one", operation: descriptor.name)
      }
      let isLast =
        body.numberOfPages.map { requested + 1 >= $0 && body.link == nil } ?? (body.link == nil || count == 0)
      // Pages of another size would have other numbers.
      let sizes = sent.filter { $0.name == Self.sizeName }.map { PageCursor.Parameter($0.name, $0.value) }
      return isLast ? nil : .parameters(sizes + [.init(parameter, String(requested + 1))])
    case .offset(let parameter):
      if let link = body.link { return .link(link) }
      // Without a link, a full page may have another one behind it.
      guard let size = size, count >= size else { return nil }
      return .parameters([.init(parameter, String(number(parameter) + count))])
    }
  }

  private func check(_ cursor: PageCursor) throws {
    let check = InputCheck(descriptor.name)
    try check.require(
      cursor.operation == descriptor.name, "cursor",
      "belongs to the operation `\(Redaction.isName(cursor.operation) ? cursor.operation : "unknown")`")
    try check.require(cursor.path == path, "cursor", "belongs to another resource")
    guard case .parameters(let parameters) = cursor.position else { return }
    let isKnown = parameters.allSatisfy { parameter in
      let isNumber = Int(parameter.value).map { (0...Self.largestNumber).contains($0) } ?? false
      if parameter.name == Self.sizeName { return isNumber }
      if case .token = layout.next { return layout.parameters.contains(parameter.name) }
      return layout.parameters.contains(parameter.name) && isNumber
    }
    try check.require(isKnown, "cursor", "does not fit the collection")
  }
}
