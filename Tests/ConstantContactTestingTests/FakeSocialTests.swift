import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct FakeSocialTests {
  private let clock = ManualClock(automatic: true)

  private func make() async throws -> (fake: FakeConstantContact, client: ConstantContact) {
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    return (fake, try await fake.client(scopes: [.campaignData]))
  }

  @Test func profilesConnectionsAndHashtagsAreRead() async throws {
    let (fake, client) = try await make()
    await fake.add(socialProfile: "The Mill", network: "facebook", id: "p-1")
    await fake.add(socialProfile: "Mill Pics", network: "instagram", isAccessible: false)
    for number in 0..<7 { await fake.add(hashtagGroup: "Group \(number)", tags: ["bread", "rye"]) }
    var profiles: [SocialProfile] = []
    for try await profile in client.social.profiles(checkingAccess: true) { profiles.append(profile) }
    #expect(profiles.map(\.isAccessible) == [true, false] && profiles.first?.id == "p-1")
    var plain: [SocialProfile] = []
    for try await profile in client.social.profiles() { plain.append(profile) }
    #expect(plain.map(\.isAccessible) == [nil, nil])
    var connections = 0
    for try await _ in client.social.connections() { connections += 1 }
    #expect(connections == 2)
    var groups: [String] = []
    for try await group in client.social.hashtagGroups(pageSize: 3) { groups.append(group.name ?? "") }
    #expect(groups == (0..<7).map { "Group \($0)" })
  }

  @Test func scheduledPostIsPublishedAtItsTime() async throws {
    let (fake, client) = try await make()
    await fake.add(socialProfile: "The Mill", id: "p-1")
    let date = clock.timeSource.now.addingTimeInterval(3_600)
    let content = NewSocialPost.Content("Bread!", imageURLs: ["https://www.example.com/a.png"], to: ["p-1"])
    let post = try await client.social.createPost(NewSocialPost(name: "Bread", [content]), .scheduled(at: date))
    #expect(post.status == .scheduled && post.contents.first?.text == "Bread!")
    #expect(post.contents.first?.targets.count == 1 && post.contents.first?.images.count == 1)
    #expect(await fake.socialPosts.map(\.status) == ["SCHEDULED"])
    await clock.advance(by: .seconds(3_601))
    #expect(await fake.socialPosts.map(\.status) == ["DONE"])
    let draft = try await client.social.createPost(NewSocialPost([]), .draft)
    #expect(draft.status == .draft)
    let now = try await client.social.createPost(NewSocialPost([content]), .publishNow)
    #expect(now.status == .done)
    #expect(await fake.socialPosts.map(\.profiles) == [["p-1"], [], ["p-1"]])
  }

  @Test(arguments: [
    #"{"status":"SCHEDULED","profile_posts":[{"profiles":[{"profile_id":"unknown"}]}]}"#,
    #"{"status":"SCHEDULED","profile_posts":[]}"#, #"{"status":"DONE","profile_posts":[]}"#, #"{"status":"DRAFT"}"#,
    #"{"status":"DRAFT","profile_posts":[],"scheduled_time":"soon"}"#,
    #"{"status":"DRAFT","profile_posts":[{"profiles":[],"images":[{"url":"file:///etc/passwd"}]}]}"#,
  ])
  func wrongPostsAreRefused(body: String) async throws {
    let desk = await Desk(scopes: ["campaign_data"])
    #expect(try await desk.call(.post, "/v3/social/posts", body).status == 400)
    #expect(await desk.fake.socialPosts.isEmpty)
  }
}
