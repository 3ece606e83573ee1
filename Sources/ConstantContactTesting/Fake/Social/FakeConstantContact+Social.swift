#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Social posting. It is simple: nothing is published, and no operation of the API reads a post.
///
/// | behavior | source |
/// |---|---|
/// | `accessible` only when included | documented |
/// | a connection for each profile, its token valid | assumed |
/// | hashtag groups: pages from 0, at most 5 on each | documented |
/// | POST: 201 | contract names 200 too |
/// | a scheduled post without a time is published at once, one with a time at that time on the fake's clock | documented |
/// | a time in the past publishes at once | assumed |
/// | unknown profiles, image URLs that are not HTTP: 400; a post that is not a draft needs profiles | assumed |
/// | a published post has the status DONE; one to an inaccessible profile has the activity status ERROR | assumed |
extension FakeConstantContact {
  func listSocialProfiles(_ call: Call) throws -> Reply {
    var query = Query(call, allowing: ["include"])
    let include = query.parts("include", of: ["accessible"]) ?? []
    try query.check()
    let rows = social.profiles.map { profile -> JSON in
      var members: [String: JSON] = [
        "profile_id": .string(profile.id), "network": .string(profile.network), "connected": .bool(true),
        "name": .string(profile.name), "handle": .string(profile.handle),
        "url": .string("https://social.example.com/\(profile.handle)"), "account_info": profile.accountInfo,
        "network_profile_id": .string("profile-" + profile.id), "network_user_id": .string("user-" + profile.id),
      ]
      if include.contains("accessible") { members["accessible"] = .bool(profile.isAccessible) }
      return .object(members)
    }
    return Reply(200, .array(rows))
  }

  func listSocialConnections(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let rows = social.profiles.map { profile -> JSON in
      [
        "account_info": profile.accountInfo,
        "connection_status": [
          "has_token": .bool(true), "token_is_valid": .bool(profile.isAccessible), "token_has_scopes": .bool(true),
          "is_active_user": .bool(true), "rate_limited": .bool(false),
          "status": .integer(profile.isAccessible ? 200 : 401),
        ],
      ]
    }
    return Reply(200, ["connections": .array(rows)])
  }

  func listHashtagGroups(_ call: Call) throws -> Reply {
    var query = Query(call, allowing: ["limit", "page"])
    let limit = query.integer("limit", default: 5, in: 1...5)
    let page = query.integer("page", default: 0, in: 0...1_000_000)
    try query.check()
    let count = social.hashtagGroups.count
    let rows = social.hashtagGroups.dropFirst(page * limit).prefix(limit).map { group -> JSON in
      [
        "hashtag_group_id": .string(group.id), "hashtag_group_name": .string(group.name),
        "hashtag_names": .array(group.tags.map { .string($0) }),
      ]
    }
    var links: [String: JSON] = [:]
    if (page + 1) * limit < count {
      links["next"] = ["href": .string("/v3/social/hashtags/groups?limit=\(limit)&page=\(page + 1)")]
    }
    return Reply(
      200,
      [
        "hashtag_groups": .array(rows), "_links": .object(links),
        "page": [
          "page": .integer(page), "size": .integer(limit), "total_elements": .integer(count),
          "total_pages": .integer((count + limit - 1) / limit),
        ],
      ])
  }

  func createSocialPost(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.socialPost)
    let isDraft = body["status"] == "DRAFT"
    let time = body["scheduled_time"]?.string.map { WireDate.parse($0) } ?? nil
    var faults: [String] = []
    if body["scheduled_time"] != nil, time == nil { faults.append("scheduled_time does not have a valid value") }
    var parts: [JSON] = []
    for (index, part) in (body["profile_posts"]?.array ?? []).enumerated() {
      let known = (part["profiles"]?.array ?? []).compactMap { $0["profile_id"]?.string }.compactMap { id in
        social.profiles.first { $0.id == id }
      }
      let isComplete = known.count == part["profiles"]?.array?.count && (isDraft || !known.isEmpty)
      if !isComplete { faults.append("profile_posts[\(index)].profiles does not have a valid value") }
      let images = part["images"]?.array ?? []
      if !images.allSatisfy({ $0["url"]?.string?.hasPrefix("http") ?? false }) {
        faults.append("profile_posts[\(index)].images does not have a valid value")
      }
      var members = part.object ?? [:]
      members["post_content_id"] = .string(generator.uuid())
      if !images.isEmpty {
        members["images"] = .array(
          images.map { ["image_id": .string(generator.uuid()), "url": $0["url"] ?? ""] })
      }
      members["profiles"] = .array(
        known.map { profile in
          [
            "profile_id": .string(profile.id), "network": .string(profile.network),
            "profile_name": .string(profile.name), "account_username": .string(profile.handle),
            "campaign_activity_id": .string(generator.uuid()), "campaign_activity_status_date": WireDate.timestamp(now),
          ]
        })
      parts.append(.object(members))
    }
    if !isDraft, parts.isEmpty { faults.append("profile_posts size must be between 1 and 100") }
    if !faults.isEmpty { throw Reply.invalid(faults) }
    let post = SocialStore.Post(
      id: generator.uuid(), name: body["name"]?.string, status: isDraft ? "DRAFT" : "SCHEDULED", scheduledTime: time,
      createdAt: now, parts: parts)
    social.posts.append(post)
    note(.created, .socialPost, post.id, before: nil, after: .json(json(of: post)))
    return Reply(201, json(of: post))
  }

  /// `PostDto`
  private func json(of post: SocialStore.Post) -> JSON {
    let status = post.status(at: now)
    var members: [String: JSON] = [
      "campaign_id": .string(post.id), "status": .string(status),
      "profile_posts": .array(
        post.parts.map { part in
          var members = part.object ?? [:]
          members["profiles"] = .array(
            (part["profiles"]?.array ?? []).map { profile in
              var members = profile.object ?? [:]
              let isAccessible = social.profiles.first { .string($0.id) == profile["profile_id"] }?.isAccessible
              members["campaign_activity_status"] = .string(
                status == "DONE" && isAccessible != true ? "ERROR" : status)
              return .object(members)
            })
          return .object(members)
        }),
    ]
    members["name"] = post.name.map { .string($0) }
    members["scheduled_time"] = post.scheduledTime.map { WireDate.timestamp($0) }
    return .object(members)
  }

  /// Connects a social profile and returns its ID.
  ///
  /// - Parameters:
  ///   - name: The name of the page or account.
  ///   - network: The network, such as `facebook`, `instagram`, `linkedin` or `tiktok`.
  ///   - isAccessible: Whether posts to it are published.
  ///   - id: The ID; generated by default.
  @discardableResult
  public func add(
    socialProfile name: String, network: String = "facebook", isAccessible: Bool = true, id: String? = nil
  ) -> String {
    let id = id ?? generator.uuid()
    social.profiles.append(.init(id: id, network: network, name: name, isAccessible: isAccessible))
    return id
  }

  /// Saves a group of hashtags and returns its ID.
  @discardableResult
  public func add(hashtagGroup name: String, tags: [String]) -> String {
    let id = generator.uuid()
    social.hashtagGroups.append(.init(id: id, name: name, tags: tags))
    return id
  }
}
