public import ConstantContactCore
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension ReportsAPI {
  /// Lists the activities of a contact, newest first.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - types: The types of activities, at least one, such as `[.open, .click]`.
  ///   - includingNames: Whether rows include the names of the campaign activities. The API is faster without.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 100; 100 by default.
  ///   - cursor: Where to continue; the types are then those of the cursor.
  public func contactActivityDetails(
    of contact: ContactID,
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

  /// Returns the average open and click rates of a contact.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - start: The beginning of the period, inclusive.
  ///   - end: The end of the period, exclusive, at most five years after the start.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when the period is longer than five years or
  ///   ends before it begins.
  public func contactOpenAndClickRates(
    of contact: ContactID, since start: Date, until end: Date
  ) async throws -> ContactRates {
    let descriptor = OperationDescriptor.reportsContactOpenAndClickRates
    // Five years have 1,826 or 1,827 days; the API decides.
    try InputCheck(descriptor.name).require(
      end.timeIntervalSince(start) <= 1827 * 86_400, "end", "is more than five years after `start`")
    return try await pipeline.send(
      .json(descriptor, path: [contact.rawValue], query: Self.period(start, end, descriptor.name)))
  }

  /// Lists the activity of a contact with each email: sends, opens, clicks and others.
  ///
  /// The API returns the newest 200 campaigns.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - contact: The contact.
  ///   - start: The beginning of the period, inclusive.
  ///   - end: The end of the period, exclusive.
  ///   - limit: The maximum number of emails to deliver; all by default.
  ///   - cursor: Where to continue; the period is then that of the cursor.
  /// - Returns: A sequence that throws ``ConstantContactError`` with code `invalidInput` when the period ends
  ///   before it begins.
  public func contactActivitySummary(
    of contact: ContactID,
    since start: Date,
    until end: Date,
    limit: Int? = nil,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<ContactActivitySummary> {
    let descriptor = OperationDescriptor.reportsContactActivitySummary
    let layout = PageLayout.member("campaign_activities")
    return pipeline.pages(
      descriptor, layout, path: [contact.rawValue], limit: limit, from: cursor,
      query: { try Self.period(start, end, descriptor.name) },
      decode: { response in
        let envelope: ContactActivitySummary.Envelope = try JSONCoding.decode(response.body)
        var body = try PageBody<ContactActivitySummary>.decode(response.body, layout)
        for index in body.elements.indices { body.elements[index].contactID = envelope.contactID }
        return body
      })
  }

  private static func period(
    _ start: Date, _ end: Date, _ operation: String
  ) throws -> [(name: String, value: String)] {
    try InputCheck(operation).require(start <= end, "end", "is before `start`")
    return [("start", Timestamp(start).text), ("end", Timestamp(end).text)]
  }
}
