public import ConstantContactCore

/// Campaign activities: get, update, preview, test, schedule and send emails; resends and A/B tests.
///
/// Only the activity with the role ``CampaignActivityRole/primaryEmail`` can be updated, scheduled, tested and resent;
/// ``Campaign/primaryActivity`` names it. Every operation needs the scope `campaign_data`; reading needs the privilege
/// `campaign:read`, writing `campaign:write`, sending `campaign:send`.
///
/// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
public struct CampaignActivitiesAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Returns a campaign activity by its ID.
  ///
  /// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
  ///
  /// - Parameters:
  ///   - id: The campaign activity.
  ///   - parts: What to include beside the core properties.
  /// - Throws: ``ConstantContactError`` with code `notFound` when the activity does not exist or its campaign was deleted.
  public func get(
    _ id: CampaignActivityID,
    including parts: Set<CampaignActivity.Part> = []
  ) async throws -> CampaignActivity {
    var query = QueryItems()
    query.add("include", joining: parts)
    return try await pipeline.send(.json(.campaignActivitiesGet, path: [id.rawValue], query: query.items))
  }

  /// Updates an email: reads it with all its parts, lets the closure change it, and writes it back. Nothing is written
  /// when the closure changes nothing.
  ///
  /// Only drafts and sent emails can be updated. Unschedule a scheduled email first, and schedule it again afterwards.
  ///
  /// ```swift
  /// try await client.campaignActivities.update(activityID) { $0.contactListIDs = [newsletter] }
  /// ```
  ///
  /// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
  ///
  /// - Returns: The activity after the update.
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when a value could not be read and would be lost;
  ///   `invalidInput` when a value exceeds its limit, when both lists and a segment are set, or when new HTML of format 5
  ///   lacks `[[trackingImage]]`; `notFound`. Errors of the closure are rethrown.
  @discardableResult
  public func update(
    _ id: CampaignActivityID,
    _ change: (inout CampaignActivityDraft) throws -> Void
  ) async throws -> CampaignActivity {
    // The API keeps the parts, and every member of them, that a request leaves out.
    let parts: Set<CampaignActivity.Part> = [
      .physicalAddressInFooter, .permalinkURL, .htmlContent, .documentProperties,
    ]
    let readOnly: Set = ["campaign_activity_id", "campaign_id", "role", "current_status"]
    return try await pipeline.update(
      .campaignActivitiesReplace, of: "email", keeping: readOnly.union(parts.map(\.rawValue))
    ) {
      try await get(id, including: parts)
    } draft: { current in
      CampaignActivityDraft(current)
    } change: { draft in
      try change(&draft)
    } write: { current, before, draft in
      try draft.check(OperationDescriptor.campaignActivitiesReplace.name, format: current.format, before: before)
      return try await put(id, draft)
    }
  }

  /// Replaces an email: **lists, segment, preheader and document that the draft does not set are emptied.**
  ///
  /// HTML, postal address and document properties that the draft does not set are kept.
  ///
  /// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
  ///
  /// - Throws: The same errors as ``update(_:_:)``, except that `[[trackingImage]]` is not checked: the email's format is
  ///   not known.
  @discardableResult
  public func replace(_ id: CampaignActivityID, with draft: CampaignActivityDraft) async throws -> CampaignActivity {
    try draft.check(OperationDescriptor.campaignActivitiesReplace.name, format: nil, before: nil)
    return try await put(id, draft)
  }

  /// Returns a preview of an email.
  ///
  /// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
  public func preview(_ id: CampaignActivityID) async throws -> CampaignPreview {
    try await pipeline.send(.json(.campaignActivitiesPreview, path: [id.rawValue]))
  }

  /// Sends a test of an email, without personalization. An account can send tests to 50 recipients a day.
  ///
  /// When the connection is lost before the response arrives, the request is not retried.
  ///
  /// See [Test send an email](https://developer.constantcontact.com/api_guide/email_campaign_activity_test_send.html).
  ///
  /// - Parameters:
  ///   - id: The email.
  ///   - addresses: The recipients, 1 to 5 email addresses.
  ///   - message: A message shown above the email.
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

  /// Lists the sends of an email, oldest first, with their lists and outcomes.
  ///
  /// See [Send history](https://developer.constantcontact.com/api_guide/email_campaigns_sends_history.html).
  ///
  /// - Parameters:
  ///   - id: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The maximum number of sends to deliver; all by default.
  public func sendHistory(of id: CampaignActivityID, limit: Int? = nil) -> PagedSequence<CampaignSend> {
    pipeline.pages(.campaignActivitiesSendHistory, .array, path: [id.rawValue], limit: limit)
  }

  private func put(_ id: CampaignActivityID, _ draft: CampaignActivityDraft) async throws -> CampaignActivity {
    try await pipeline.send(
      .json(.campaignActivitiesReplace, path: [id.rawValue], body: JSONCoding.body(draft)))
  }
}
