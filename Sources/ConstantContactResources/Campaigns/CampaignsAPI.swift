public import ConstantContactCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// E-mail campaigns: list, create, rename, delete. What is in a campaign's mail, and its sending, is with
/// ``CampaignActivitiesAPI``.
///
/// Every operation needs the scope `campaign_data`; reading needs the privilege `campaign:read`, writing
/// `campaign:write`, deleting `campaign:delete`. See the vendor's pages under "Email campaigns".
public struct CampaignsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists campaigns, deleted ones too, without their activities.
  ///
  /// - Parameters:
  ///   - after: Only those changed after this.
  ///   - before: Only those changed before this.
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default, for the fewest requests.
  ///   - cursor: Where to go on from; the dates then are the cursor's.
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

  /// Gets a campaign with its activities. ``Campaign/primaryActivity`` is the one that is the mail.
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when there is none.
  public func get(_ id: CampaignID) async throws -> Campaign {
    try await pipeline.send(.json(.campaignsGet, path: [id.rawValue]))
  }

  /// Creates a campaign, as a draft. To send it, set lists or a segment by ``CampaignActivitiesAPI/update(_:_:)`` and
  /// then schedule its ``Campaign/primaryActivity``.
  ///
  /// When the connection breaks before the answer is there, the request is not sent a second time: names are unique,
  /// and a second one would be answered with a conflict.
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when the name is taken; `invalidInput`, before anything is
  ///   sent, when a value does not keep its limit or HTML of format 5 lacks `[[trackingImage]]`.
  public func create(_ campaign: NewCampaign) async throws -> Campaign {
    try campaign.check(OperationDescriptor.campaignsCreate.name)
    return try await pipeline.send(.json(.campaignsCreate, body: JSONCoding.body(campaign)))
  }

  /// Gives a campaign another name, 1 to 80 characters.
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when the name is taken. A deleted campaign cannot be
  ///   renamed.
  @discardableResult
  public func rename(_ id: CampaignID, to name: String) async throws -> Campaign {
    try NewCampaign.check(name: name, OperationDescriptor.campaignsRename.name)
    return try await pipeline.send(
      .json(.campaignsRename, path: [id.rawValue], body: JSONCoding.body(["name": name])))
  }

  /// Deletes a campaign with its activities. The account's users can bring it back; listings go on naming it, with the
  /// status ``CampaignStatus/removed``. A scheduled campaign cannot be deleted: unschedule it before.
  ///
  /// A campaign that is gone already is no error.
  public func delete(_ id: CampaignID) async throws {
    try await pipeline.delete(.campaignsDelete, path: [id.rawValue])
  }

  /// Finds what campaigns of the retired V2 API are called now. Unknown ones are missing from the answer.
  ///
  /// - Parameter ids: 1 to 50 ids of the V2 API.
  public func crossReferences(for ids: [LegacyCampaignID]) async throws -> [CampaignCrossReference] {
    try await pipeline.crossReferences(
      .campaignsCrossReferences, of: ids.map(\.rawValue), parameter: "v2_email_campaign_ids", limit: 50)
  }
}
