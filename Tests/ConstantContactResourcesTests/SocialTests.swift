import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct SocialTests {
  private let post = NewSocialPost([NewSocialPost.Content("Hello", to: ["p"])])
  private let now = Date(timeIntervalSince1970: 1_700_000_000)

  private func social(_ transport: ScriptedTransport) -> SocialAPI {
    let now = now
    let time = TimeSource(clock: ManualClock(automatic: true)) { now }
    return ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: time)
    ).social
  }

  private func body(_ transport: ScriptedTransport) async -> String? {
    guard case .bytes(let data)? = await transport.requests.last?.body else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  @Test func publishingModesSendTheirOwnBody() async throws {
    let posts = #""profile_posts":[{"profiles":[{"profile_id":"p"}],"text":"Hello"}]"#
    for (publishing, expected) in [
      (SocialPublishing.draft, #"{\#(posts),"status":"DRAFT"}"#),
      (.publishNow, #"{\#(posts),"status":"SCHEDULED"}"#),
      (.scheduled(at: now + 60), #"{\#(posts),"scheduled_time":"2023-11-14T22:14:20Z","status":"SCHEDULED"}"#),
    ] {
      let transport = ScriptedTransport([.json(201, #"{"campaign_id":"c"}"#)])
      let created = try await social(transport).createPost(post, publishing)
      #expect(created.id == "c")
      #expect(await body(transport) == expected)
    }
  }

  @Test func pastDatesAndMissingProfilesAreRejected() async throws {
    let withoutProfiles = NewSocialPost([NewSocialPost.Content("Hello", to: [])])
    for (post, publishing) in [
      (post, SocialPublishing.scheduled(at: now)), (post, .scheduled(at: now - 1)), (withoutProfiles, .publishNow),
      (withoutProfiles, .scheduled(at: now + 60)), (NewSocialPost([]), .publishNow),
    ] {
      let transport = ScriptedTransport([])
      let error = await #expect(throws: ConstantContactError.self) {
        try await social(transport).createPost(post, publishing)
      }
      #expect(error?.code == .invalidInput)
      #expect(await transport.requests.isEmpty)
    }
  }

  @Test func draftNeedsNoProfiles() async throws {
    let transport = ScriptedTransport([.json(200, Fixture.anyResource)])
    _ = try await social(transport).createPost(NewSocialPost([NewSocialPost.Content(nil, to: [])]), .draft)
    #expect(await body(transport) == #"{"profile_posts":[{"profiles":[]}],"status":"DRAFT"}"#)
  }

  @Test func createPostIsNotRetried() async throws {
    let transport = ScriptedTransport([.json(503, "{}")])
    let error = await #expect(throws: ConstantContactError.self) {
      try await social(transport).createPost(post, .publishNow)
    }
    #expect(error?.code == .server)
    #expect(await transport.requests.count == 1)
  }

  @Test func tikTokSettingsAreSentAsText() async throws {
    let transport = ScriptedTransport([.json(200, Fixture.anyResource)])
    let content = NewSocialPost.Content(
      nil, tikTok: TikTokSettings(disablesComments: true, addsMusic: false), to: ["p"])
    _ = try await social(transport).createPost(NewSocialPost([content]), .draft)
    let sent = try #require(await body(transport))
    #expect(sent.contains(#""settings":{"tiktok":{"auto_add_music":"false","disable_comment":"true"}}"#))
  }

  @Test func hashtagGroupsArePagedByNumber() async throws {
    func page(_ number: Int, of pages: Int) -> String {
      #"{"hashtag_groups":[{"hashtag_group_id":"\#(number)"}],"page":{"page":\#(number),"total_pages":\#(pages)}}"#
    }
    let transport = ScriptedTransport([
      .json(200, page(0, of: 3)), .json(200, page(1, of: 3)), .json(200, page(2, of: 3)),
    ])
    let groups = social(transport).hashtagGroups(pageSize: 1)
    #expect(try await groups.collect().map(\.id) == ["0", "1", "2"])
    let queries = await transport.requests.map { $0.url.query(percentEncoded: true) }
    #expect(queries == ["limit=1&page=0", "limit=1&page=1", "limit=1&page=2"])
  }

  @Test func pageSaysItsNumber() async throws {
    let transport = ScriptedTransport([
      .json(
        200,
        #"{"hashtag_groups":[{}],"page":{"page":1,"size":25,"total_elements":60,"total_pages":3},"_links":{"self":7}}"#)
    ])
    let page = try #require(try await social(transport).hashtagGroups(pageSize: 5).firstPage())
    #expect(page.number == 1 && page.numberOfPages == 3 && page.size == 25 && page.total == 60)
    #expect(page.previous == nil && page.current == nil)
  }

  @Test func hashtagGroupsContinueFromACursor() async throws {
    let first = #"{"hashtag_groups":[{}],"_links":{"next":{"href":"/v3/social/hashtags/groups?page=1"}}}"#
    let transport = ScriptedTransport([.json(200, first), .json(200, #"{"hashtag_groups":[]}"#)])
    let social = social(transport)
    var pages = social.hashtagGroups().pages.makeAsyncIterator()
    let cursor = try #require(try await pages.next()?.next)
    #expect(try await social.hashtagGroups(from: cursor).collect().isEmpty)
    #expect(await transport.requests.last?.url.query(percentEncoded: true) == "limit=5&page=1")
  }

  @Test func aRepeatedPageNumberIsAnError() async throws {
    let stuck = #"{"hashtag_groups":[{"hashtag_group_id":"0"}],"page":{"page":0,"total_pages":9}}"#
    let transport = ScriptedTransport(Array(repeating: .json(200, stuck), count: 9))
    let error = await #expect(throws: ConstantContactError.self) {
      try await social(transport).hashtagGroups().collect()
    }
    #expect(error?.code == .repeatedCursor)
    #expect(await transport.requests.count == 2)
  }

  @Test func profileDescriptionHidesPersonalData() async throws {
    let transport = ScriptedTransport([
      .json(200, #"[{"profile_id":"1","name":"Ann","account_info":{"display_name":"Ann"}}]"#)
    ])
    let profiles = try await social(transport).profiles().collect()
    var text = "\(profiles) \(String(reflecting: profiles))"
    dump(profiles, to: &text)
    #expect(!text.contains("Ann"))
  }

  @Test func newPostSurvivesARoundTrip() throws {
    let content = NewSocialPost.Content(
      "Hello", imageURLs: ["https://www.example.com/a.jpg"], tikTok: TikTokSettings(disablesDuet: true),
      to: ["p", "q"])
    let post = NewSocialPost(name: "Spring", [content])
    let copy = try JSONDecoder().decode(NewSocialPost.self, from: JSONEncoder().encode(post))
    #expect(copy == post)
    #expect(copy.contents.first?.imageURLs == ["https://www.example.com/a.jpg"])
    #expect(copy.contents.first?.tikTok?.disablesDuet == true)
    #expect(copy.contents.first?.profiles == ["p", "q"])
  }
}
