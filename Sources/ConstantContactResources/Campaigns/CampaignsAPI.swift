public import ConstantContactCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Email campaigns: list, create, rename, delete.
///
/// ``CampaignActivitiesAPI`` edits and sends a campaign's email. Every operation needs the scope `campaign_data`; reading
/// needs the privilege `campaign:read`, writing `campaign:write`, deleting `campaign:delete`.
///
/// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
public struct CampaignsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists campaigns, including deleted ones, without their activities.
  ///
  /// See [Get email campaigns](https://developer.constantcontact.com/api_guide/email_campaigns_collection.html).
  ///
  /// - Parameters:
  ///   - after: Lists only campaigns updated after this date.
  ///   - before: Lists only campaigns updated before this date.
  ///   - limit: The maximum number of campaigns to deliver; all by default.
  ///   - pageSize: The number of campaigns per request, 1 to 500; 500 by default, for the fewest requests.
  ///   - cursor: Where to continue; the dates are then those of the cursor.
  public func list(
    updatedAfter after: Date? = nil,
    updatedBefore before: Date? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<Campaign> {
    pipeline.pages(
      .campaignsList, .member("campaigns"), limit: limit, pageSize: PageSize(pageSize, 1...500), from: cursor
    ) {
      var query = QueryItems()
      query.add("after_date", after.map { Timestamp($0) })
      query.add("before_date", before.map { Timestamp($0) })
      return query.items
    }
  }

  /// Returns a campaign with its activities. ``Campaign/primaryActivity`` is the email.
  ///
  /// See [Get an email campaign](https://developer.constantcontact.com/api_guide/email_campaign_id.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when the campaign does not exist.
  public func get(_ id: CampaignID) async throws -> Campaign {
    try await pipeline.send(.json(.campaignsGet, path: [id.rawValue]))
  }

  /// Creates a campaign as a draft.
  ///
  /// To send it, set lists or a segment with ``CampaignActivitiesAPI/update(_:_:)``, then schedule its
  /// ``Campaign/primaryActivity``.
  ///
  /// When the connection is lost before the response arrives, the request is not retried. Names are unique, so a second
  /// call then fails with a conflict.
  ///
  /// See [Create an email campaign](https://developer.constantcontact.com/api_guide/email_campaign_create.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when another campaign has the name; `invalidInput`, before
  ///   anything is sent, when a value exceeds its limit or HTML of format 5 lacks `[[trackingImage]]`.
  public func create(_ campaign: NewCampaign) async throws -> Campaign {
    try campaign.check(OperationDescriptor.campaignsCreate.name)
    return try await pipeline.send(.json(.campaignsCreate, body: JSONCoding.body(campaign)))
  }

  /// Renames a campaign. A deleted campaign cannot be renamed.
  ///
  /// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
  ///
  /// - Parameters:
  ///   - id: The campaign.
  ///   - name: The new name, 1 to 80 characters.
  /// - Throws: ``ConstantContactError`` with code `conflict` when another campaign has the name.
  @discardableResult
  public func rename(_ id: CampaignID, to name: String) async throws -> Campaign {
    try NewCampaign.check(name: name, OperationDescriptor.campaignsRename.name)
    return try await pipeline.send(
      .json(.campaignsRename, path: [id.rawValue], body: JSONCoding.body(["name": name])))
  }

  /// Deletes a campaign with its activities. Users of the account can restore it.
  ///
  /// Listings keep the campaign, with the status ``CampaignStatus/removed``. A scheduled campaign cannot be deleted:
  /// unschedule it first. Deleting a campaign that does not exist is not an error.
  ///
  /// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
  public func delete(_ id: CampaignID) async throws {
    try await pipeline.delete(.campaignsDelete, path: [id.rawValue])
  }

  /// Returns the V3 IDs of campaigns whose V2 IDs are known.
  ///
  /// See [Email campaign migration](https://developer.constantcontact.com/api_guide/v3_v2_email_campaign_deltas.html).
  ///
  /// - Parameter ids: The V2 IDs, 1 to 50. Unknown IDs are missing from the result.
  public func crossReferences(forV2IDs ids: [LegacyCampaignID]) async throws -> [CampaignCrossReference] {
    try await pipeline.crossReferences(
      .campaignsCrossReferences, of: ids.map(\.rawValue), parameter: "v2_email_campaign_ids", limit: 50)
  }
}
