public import ConstantContactCore
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension ReportsAPI {
  /// What a contact did and was sent, newest first.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - types: Which activities: at least one type, such as `[.open, .click]`.
  ///   - includingNames: Whether rows have the campaign activities' names. Without them the service is faster.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 100; 100 by default.
  ///   - cursor: Where to go on from; the types then are the cursor's.
  public func contactActivityDetails(
    _ contact: ContactID,
    types: ContactActivityTypes,
    includingNames: Bool = true,
    limit: Int? = nil,
    pageSize: Int = 100,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    let descriptor = OperationDescriptor.reportsContactActivityDetails
    return rows(descriptor, of: contact, limit: limit, pageSize: pageSize, upTo: 100, from: cursor) { query in
      try types.add(to: &query, for: descriptor.name)
      query.add("include_campaign_activity_names", includingNames)
    }
  }

  /// How often a contact opens and clicks what it is sent.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - start: Only mails sent at this time or later.
  ///   - end: Only mails sent before this time, at most five years after the start.
  public func contactOpenAndClickRates(
    _ contact: ContactID, from start: Date, to end: Date
  ) async throws -> ContactRates {
    let descriptor = OperationDescriptor.reportsContactOpenAndClickRates
    // Five years have 1,826 or 1,827 days; the service has the last word.
    try InputCheck(descriptor.name).require(
      end.timeIntervalSince(start) <= 1827 * 86_400, "the period is longer than five years")
    return try await pipeline.send(
      .json(descriptor, path: [contact.rawValue], query: Self.period(start, end, descriptor.name)))
  }

  /// How often a contact did what with each mail; the newest 200 campaigns at most.
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - start: Only mails sent at this time or later.
  ///   - end: Only mails sent before this time.
  public func contactActivitySummary(
    _ contact: ContactID, from start: Date, to end: Date
  ) async throws -> ContactActivitySummary {
    let descriptor = OperationDescriptor.reportsContactActivitySummary
    var summary: ContactActivitySummary = try await pipeline.send(
      .json(descriptor, path: [contact.rawValue], query: Self.period(start, end, descriptor.name)))
    guard let next = summary.next else { return summary }
    // The contract has a link here as well: whatever pages there are belong to the one summary.
    let rest = PagedSequence<ContactActivitySummary>(operation: descriptor.name, start: next) { cursor in
      let part: ContactActivitySummary = try await pipeline.send(
        APIOperation(descriptor, following: cursor ?? next) { try JSONCoding.decode($0.body) })
      return PagedSequence.Page(elements: [part], next: part.next)
    }
    for try await part in rest { summary.append(part) }
    return summary
  }

  private static func period(
    _ start: Date, _ end: Date, _ operation: String
  ) throws -> [(name: String, value: String)] {
    try InputCheck(operation).require(start <= end, "the period ends before it begins")
    return [("start", Timestamp(start).text), ("end", Timestamp(end).text)]
  }
}
