import ConstantContactKit
import Foundation

extension Walk {
  static let social: [Step] = [
    Step(.socialProfiles) { try await $0.social.profiles(checkingAccess: true).allPages() },
    Step(.socialConnections) { try await $0.social.connections().allPages() },
    Step(.socialHashtagGroups) { try await $0.social.hashtagGroups(pageSize: 3).firstPage() },
    Step(.socialCreatePost) { client in
      let tikTok = TikTokSettings(disablesComments: true, disablesDuet: false, disablesStitch: true, addsMusic: false)
      let post = NewSocialPost(
        name: "Spring",
        [
          NewSocialPost.Content(
            "Spring is here", imageURLs: ["https://shop.example.com/spring.jpg"], tikTok: tikTok,
            to: ["profile-1", "profile-2"])
        ])
      _ = try await client.social.createPost(post, .draft)
      _ = try await client.social.createPost(post, .publishNow)
      return try await client.social.createPost(post, .scheduled(at: Date() + 86_400))
    },
  ]
}
