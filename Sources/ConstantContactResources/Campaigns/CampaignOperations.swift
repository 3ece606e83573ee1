internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /emails`
  public static let campaignsList = campaigns("list", .get, "")
    .returning(.collection)
  /// `POST /emails`, whose success status is 200
  public static let campaignsCreate = campaigns(
    "create", .post, "", privilege: .campaignWrite, replay: .onlyIfNotSent
  )
  .checked(
    by: "CampaignsAPI/list(updatedAfter:updatedBefore:limit:pageSize:from:)",
    "lists the campaign if it was created; a second call then fails with a conflict"
  )
  .returning(.object("campaign_id"))
  /// `GET /emails/{campaign_id}`
  public static let campaignsGet = campaigns("get", .get, "/{campaign_id}")
    .returning(.object("campaign_id"))
  /// `PATCH /emails/{campaign_id}`
  public static let campaignsRename = campaigns("rename", .patch, "/{campaign_id}", privilege: .campaignWrite)
    .returning(.object("campaign_id"))
  /// `DELETE /emails/{campaign_id}`
  public static let campaignsDelete = campaigns(
    "delete", .delete, "/{campaign_id}", privilege: .campaignDelete, success: [204]
  )
  .returning(.nothing)
  /// `GET /emails/campaign_id_xrefs`
  public static let campaignsCrossReferences = campaigns("crossReferences", .get, "/campaign_id_xrefs")
    .returning(.collection)

  private static func campaigns(
    _ name: String,
    _ method: TransportMethod,
    _ path: String,
    privilege: UserPrivilege = .campaignRead,
    success: [TransportStatus] = [200],
    replay: ReplayRule = .idempotent
  ) -> OperationDescriptor {
    OperationDescriptor(
      "campaigns.\(name)", method, "/emails" + path, scope: .campaignData, privilege: privilege, success: success,
      replay: replay)
  }
}
