#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The connected social profiles, the saved hashtags and the posts.
struct SocialStore: Sendable {
  struct Profile: Sendable {
    let id: String
    let network: String
    let name: String
    var isAccessible: Bool

    var handle: String { String(name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }) }

    var accountInfo: JSON {
      [
        "network": .string(network), "display_name": .string(name), "username": .string(handle),
        "network_account_id": .string("account-" + id),
      ]
    }
  }

  struct HashtagGroup: Sendable {
    let id: String
    let name: String
    let tags: [String]
  }

  struct Post: Sendable {
    let id: String
    let name: String?
    let status: String
    let scheduledTime: Date?
    let createdAt: Date
    /// The posts for the profiles, as the response has them, without the status of their activities.
    let parts: [JSON]

    /// The status at a time: a scheduled post is published at its time.
    func status(at now: Date) -> String {
      status == "SCHEDULED" && (scheduledTime ?? createdAt) <= now ? "DONE" : status
    }
  }

  var profiles: [Profile] = []
  var hashtagGroups: [HashtagGroup] = []
  var posts: [Post] = []
}
