public import ConstantContactCore
internal import ConstantContactTransport

/// Social networks: profiles, connections, hashtags, posts.
///
/// Every operation needs the scope `campaign_data`; reading needs the privilege `campaign:read`, posting `campaign:write`. See
/// the vendor's pages under "Social".
public struct SocialAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists the profiles that posts can go to.
  ///
  /// - Parameter checkingAccess: Whether the service is to ask the networks if they can be posted to now, which
  ///   ``SocialProfile/isAccessible`` and ``SocialProfile/settings`` then say; not by default.
  public func profiles(checkingAccess: Bool = false) async throws -> [SocialProfile] {
    try await pipeline.send(
      .json(.socialProfiles, query: checkingAccess ? [(name: "include", value: "accessible")] : []))
  }

  /// Lists the account's connections to social networks, and how each stands.
  ///
  /// - Throws: ``ConstantContactError`` with code `undecodableElements` when one of them cannot be read.
  public func connections() async throws -> [SocialConnection] {
    let keys = PageKeys(items: "connections", total: nil)
    let connections = PagedSequence<SocialConnection>(operation: OperationDescriptor.socialConnections.name) { _ in
      try await pipeline.send(
        APIOperation(.socialConnections) {
          let page = try PageBody<SocialConnection>.decode($0.body, keys: keys).page
          return PagedSequence.Page(elements: page.elements, undecodable: page.undecodable, next: nil)
        })
    }
    return try await connections.collect()
  }

  /// Lists the account's groups of hashtags.
  ///
  /// - Parameters:
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 5; 5 by default.
  ///   - cursor: Where to go on from.
  public func hashtagGroups(
    limit: Int? = nil,
    pageSize: Int = 5,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<HashtagGroup> {
    let descriptor = OperationDescriptor.socialHashtagGroups
    return PagedSequence(operation: descriptor.name, limit: limit, start: cursor) { cursor in
      let check = InputCheck(descriptor.name)
      try check.range("pageSize", pageSize, 1...5)
      let number = try Self.pageNumber(cursor, check)
      var query = QueryItems()
      query.add("limit", pageSize)
      query.add("page", number)
      return try await pipeline.send(
        APIOperation(descriptor, query: query.items) { try HashtagPage.decode($0, asked: number) })
    }
  }

  /// Makes a post, and keeps it, schedules it or publishes it.
  ///
  /// The contract has no operation to read, change or delete a post: keep what this returns.
  ///
  /// - Parameters:
  ///   - post: What is to be posted where.
  ///   - publishing: What is to happen to it: ``SocialPublishing/publishNow`` publishes at once, and cannot be taken back.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when the time does not lie in the future, by this machine's
  ///   clock, or the post goes nowhere and is not a draft.
  public func createPost(_ post: NewSocialPost, _ publishing: SocialPublishing) async throws -> SocialPost {
    let check = InputCheck(OperationDescriptor.socialCreatePost.name)
    var time: Timestamp?
    if case .scheduled(let date) = publishing {
      try check.require(
        date > pipeline.configuration.time.now,
        "the time lies in the past, and the post would be published at once: use publishNow if that is meant")
      time = Timestamp(date)
    }
    if publishing != .draft {
      try check.require(
        !post.contents.isEmpty && post.contents.allSatisfy { !$0.profiles.isEmpty },
        "profiles is empty, which only a draft's may be")
    }
    let body = SocialPostBody(
      name: post.name, contents: post.contents, status: publishing == .draft ? .draft : .scheduled,
      scheduledTime: time)
    return try await pipeline.send(.json(.socialCreatePost, body: JSONCoding.body(body)))
  }

  private static func pageNumber(_ cursor: PageCursor?, _ check: InputCheck) throws -> Int {
    guard let cursor else { return 0 }
    let number = Int(cursor.link)
    try check.require(number.map { (0..<1_000_000).contains($0) } ?? false, "the cursor is another collection's")
    return number ?? 0
  }
}
