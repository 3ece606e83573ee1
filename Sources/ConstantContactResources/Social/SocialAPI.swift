public import ConstantContactCore
internal import ConstantContactTransport

/// Social networks: profiles, connections, hashtags, posts.
///
/// Every operation needs the scope `campaign_data`; reading needs the privilege `campaign:read`, posting `campaign:write`.
///
/// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
public struct SocialAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists the profiles that posts can be published to.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - checkingAccess: Whether the API checks that each profile can be posted to now, for ``SocialProfile/isAccessible`` and
  ///     ``SocialProfile/settings``; not by default.
  ///   - limit: The maximum number of profiles; all by default.
  public func profiles(checkingAccess: Bool = false, limit: Int? = nil) -> PagedSequence<SocialProfile> {
    pipeline.pages(.socialProfiles, .array, limit: limit) { checkingAccess ? [("include", "accessible")] : [] }
  }

  /// Lists the account's connections to social networks, with the state of each.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameter limit: The maximum number of connections; all by default.
  public func connections(limit: Int? = nil) -> PagedSequence<SocialConnection> {
    pipeline.pages(.socialConnections, .member("connections", next: .none), limit: limit)
  }

  /// Lists the account's groups of hashtags.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - limit: The maximum number of groups; all by default.
  ///   - pageSize: The number of groups per request, 1 to 5; 5 by default.
  ///   - cursor: Where to continue. The page size is then that of the cursor.
  public func hashtagGroups(
    limit: Int? = nil,
    pageSize: Int = 5,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<HashtagGroup> {
    pipeline.pages(
      .socialHashtagGroups, .member("hashtag_groups", next: .number(parameter: "page")), limit: limit,
      pageSize: PageSize(pageSize, 1...5), from: cursor)
  }

  /// Creates a post: as a draft, scheduled, or published immediately.
  ///
  /// The API has no operation to read, change or delete a post: keep the result.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - post: The contents and the profiles.
  ///   - publishing: Whether and when the post is published. ``SocialPublishing/publishNow``
  ///     publishes immediately and cannot be undone.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when the time is not in the future, or when a
  ///   post that is not a draft has no profiles.
  public func createPost(_ post: NewSocialPost, _ publishing: SocialPublishing) async throws -> SocialPost {
    let check = InputCheck(OperationDescriptor.socialCreatePost.name)
    var time: Timestamp?
    if case .scheduled(let date) = publishing {
      try check.require(
        date > pipeline.configuration.time.now, "scheduled_time",
        "is in the past, and the post would be published immediately; use `publishNow` for that")
      time = Timestamp(date)
    }
    if publishing != .draft {
      try check.require(
        !post.contents.isEmpty && post.contents.allSatisfy { !$0.profiles.isEmpty },
        "profiles", "is empty, which is allowed for drafts only")
    }
    let body = SocialPostBody(
      name: post.name, contents: post.contents, status: publishing == .draft ? .draft : .scheduled,
      scheduledTime: time)
    return try await pipeline.send(.json(.socialCreatePost, body: JSONCoding.body(body)))
  }
}
