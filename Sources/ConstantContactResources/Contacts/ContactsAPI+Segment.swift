public import ConstantContactCore

extension ContactsAPI {
  /// Lists the contacts of a segment.
  ///
  /// The API computes a segment when it is requested. While it does (status 202), the request is repeated, after 2 seconds at first and
  /// up to 30 in the end, until the call's deadline. See
  /// <https://developer.constantcontact.com/api_guide/contacts_overview.html>.
  ///
  /// - Parameters:
  ///   - segment: The segment. It cannot be combined with other filters or includes.
  ///   - limit: The largest number of contacts; all by default.
  ///   - pageSize: The contacts per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
  /// - Returns: A sequence that throws ``ConstantContactError`` with code `stillProcessing` when the segment is not computed within
  ///   ``CallOptions/deadline``, or the configuration's.
  public func list(
    inSegment segment: SegmentID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<Contact> {
    pipeline.pages(
      .contactsList, Self.layout, limit: limit, pageSize: PageSize(pageSize, 1...500), from: cursor,
      waitsWhileProcessing: true
    ) { [("segment_id", segment.rawValue)] }
  }
}
