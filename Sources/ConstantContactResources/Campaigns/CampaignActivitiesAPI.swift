public import ConstantContactCore

/// The activities of campaigns: a mail's sender, text and recipients, and its sending.
///
/// Editing, scheduling, tests, resends and A/B tests are for the activity with the role
/// ``CampaignActivityRole/primaryEmail``, which ``Campaign/primaryActivity`` names. Every operation needs the scope
/// `campaign_data`; reading needs the privilege `campaign:read`, writing `campaign:write`, whatever sends
/// `campaign:send`. See the vendor's pages under "Email campaigns".
public struct CampaignActivitiesAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Gets an activity by its id.
  ///
  /// - Parameters:
  ///   - id: The activity.
  ///   - parts: What to include beside the core properties.
  /// - Throws: ``ConstantContactError`` with code `notFound` when there is none. The activities of a deleted campaign
  ///   are out of reach.
  public func get(
    _ id: CampaignActivityID,
    including parts: Set<CampaignActivity.Part> = []
  ) async throws -> CampaignActivity {
    var query = QueryItems()
    query.add("include", joining: parts)
    return try await pipeline.send(.json(.campaignActivitiesGet, path: [id.rawValue], query: query.items))
  }

  /// Changes a mail: reads it with everything on it, lets the closure change it, and writes it all back, since the
  /// service empties what is not sent.
  ///
  /// Nothing is written when the closure changes nothing. Only drafts and sent mails can be changed: unschedule a
  /// scheduled one before, and schedule it again afterwards.
  ///
  /// ```swift
  /// try await client.campaignActivities.update(activityID) { $0.contactListIDs = [newsletter] }
  /// ```
  ///
  /// - Returns: The activity as it is afterwards.
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when the mail has properties that could not be
  ///   read and would be lost; `invalidInput` when a value does not keep its limit, when both lists and a segment are
  ///   set, or when new HTML of format 5 lacks `[[trackingImage]]`; `notFound` and the rest. What the closure throws
  ///   passes through.
  @discardableResult
  public func update(
    _ id: CampaignActivityID,
    _ change: (inout CampaignActivityDraft) throws -> Void
  ) async throws -> CampaignActivity {
    let operation = OperationDescriptor.campaignActivitiesReplace.name
    let parts: Set<CampaignActivity.Part> = [
      .physicalAddressInFooter, .permalinkURL, .htmlContent, .documentProperties,
    ]
    let current = try await get(id, including: parts)
    // What can be included is kept by the service where it is not sent, in whole and in its members.
    try requireReadable(
      current.unreadableFields.subtracting(parts.map(\.rawValue)), of: "mail", .campaignActivitiesReplace)
    let before = CampaignActivityDraft(current)
    var draft = before
    try change(&draft)
    if draft == before { return current }
    try draft.check(operation, format: current.format, before: before)
    return try await put(id, draft)
  }

  /// Replaces a mail: **lists, segment, preheader and document that the draft does not name are emptied**; so are the
  /// sender and the subject it had. HTML, postal address and legacy properties that it does not name stay.
  ///
  /// - Throws: As ``update(_:_:)`` does. Whether HTML has its `[[trackingImage]]` is not looked at: the format is not
  ///   known.
  @discardableResult
  public func replace(_ id: CampaignActivityID, with draft: CampaignActivityDraft) async throws -> CampaignActivity {
    try draft.check(OperationDescriptor.campaignActivitiesReplace.name, format: nil, before: nil)
    return try await put(id, draft)
  }

  /// Shows what a mail will look like.
  public func preview(_ id: CampaignActivityID) async throws -> CampaignPreview {
    try await pipeline.send(.json(.campaignActivitiesPreview, path: [id.rawValue]))
  }

  /// Sends a mail to try it out, without personal data in it. An account's tests may go to 50 recipients a day.
  ///
  /// When the connection breaks before the answer is there, the test is not sent a second time.
  ///
  /// - Parameters:
  ///   - id: The mail.
  ///   - addresses: To whom, 1 to 5 addresses.
  ///   - message: What stands before the mail.
  public func sendTest(
    _ id: CampaignActivityID,
    to addresses: [String],
    message: String? = nil
  ) async throws {
    let test = CampaignTestSend(addresses: addresses, message: message)
    try test.check(OperationDescriptor.campaignActivitiesSendTest.name)
    try await pipeline.send(
      .empty(.campaignActivitiesSendTest, path: [id.rawValue], body: JSONCoding.body(test)))
  }

  /// Lists when an email was sent, to which lists, and with which outcome; the oldest first. For emails and their resends.
  ///
  /// - Parameters:
  ///   - id: The email.
  ///   - limit: The largest number of entries; all by default.
  public func sendHistory(of id: CampaignActivityID, limit: Int? = nil) -> PagedSequence<CampaignSend> {
    pipeline.pages(.campaignActivitiesSendHistory, .array, path: [id.rawValue], limit: limit)
  }

  private func put(_ id: CampaignActivityID, _ draft: CampaignActivityDraft) async throws -> CampaignActivity {
    try await pipeline.send(
      .json(.campaignActivitiesReplace, path: [id.rawValue], body: JSONCoding.body(draft)))
  }
}
