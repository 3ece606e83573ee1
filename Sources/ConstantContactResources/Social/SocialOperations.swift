internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /social/profiles`
  public static let socialProfiles = social("profiles", .get, "/social/profiles")
    .returning(.array)
  /// `GET /social/connections`
  public static let socialConnections = social("connections", .get, "/social/connections")
    .returning(.collection)
  /// `GET /social/hashtags/groups`
  public static let socialHashtagGroups = social("hashtagGroups", .get, "/social/hashtags/groups")
    .returning(.collection)
  /// `POST /social/posts`. A second request would publish twice.
  public static let socialCreatePost = social("createPost", .post, "/social/posts")
    .returning(.object("campaign_id"))

  private static func social(_ name: String, _ method: TransportMethod, _ path: String) -> OperationDescriptor {
    let reads = method == .get
    let descriptor = OperationDescriptor(
      "social.\(name)", method, path, scope: .campaignData, privilege: reads ? .campaignRead : .campaignWrite,
      success: reads ? [200] : [200, 201], replay: reads ? .idempotent : .onlyIfNotSent)
    return reads ? descriptor : descriptor.checked("only the social network shows the post; a second call posts again")
  }
}
