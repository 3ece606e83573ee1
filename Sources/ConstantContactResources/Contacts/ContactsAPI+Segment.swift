public import ConstantContactCore
internal import ConstantContactTransport

extension ContactsAPI {
  /// Lists the contacts of a segment.
  ///
  /// The service computes a segment when it is asked for. As long as it is at that (status 202), the question is repeated,
  /// after 2 seconds first and up to 30 in the end.
  ///
  /// - Parameters:
  ///   - segment: The segment. Other filters and includes do not go with it.
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  /// - Returns: A sequence that throws ``ConstantContactError`` with code `stillProcessing` when the service is not done
  ///   within the configuration's deadline.
  public func list(
    inSegment segment: SegmentID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<Contact> {
    let descriptor = OperationDescriptor.contactsList
    return PagedSequence(operation: descriptor.name, limit: limit, start: cursor) { cursor in
      let operation: APIOperation<PagedSequence<Contact>.Page?>
      if let cursor {
        operation = APIOperation(descriptor, following: cursor, decode: Self.computedPage)
      } else {
        try InputCheck(descriptor.name).range("pageSize", pageSize, 1...500)
        operation = try APIOperation(
          descriptor, query: [("segment_id", segment.rawValue), ("limit", String(pageSize))],
          decode: Self.computedPage)
      }
      return try await pipeline.untilComputed(operation)
    }
  }

  /// The page, or `nil` while the service is still computing it.
  private static func computedPage(_ response: TransportResponse) throws -> PagedSequence<Contact>.Page? {
    let body = try PageBody<Contact>.decode(response.body, keys: contactKeys)
    return response.status == 202 || body.status == "processing" ? nil : body.page
  }
}

extension CallPipeline {
  /// Repeats a call until it has a result.
  fileprivate func untilComputed<Result>(_ operation: APIOperation<Result?>) async throws -> Result {
    let time = configuration.time
    let end = time.elapsed + configuration.deadline
    var pause = Duration.seconds(2)
    while true {
      if let result = try await send(operation) { return result }
      guard time.elapsed + pause < end else {
        throw ConstantContactError(
          .stillProcessing, "the service is still computing the segment: ask again later",
          operation: operation.descriptor.name, status: 202)
      }
      try await time.sleep(for: pause)
      pause = min(pause * 1.5, .seconds(30))
    }
  }
}
