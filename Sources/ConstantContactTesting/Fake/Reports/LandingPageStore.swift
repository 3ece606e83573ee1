#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Landing pages and SMS campaigns, which the API reports on and cannot make.
struct LandingPageStore: Sendable {
  struct Page: Sendable {
    let id: String
    let name: String
    /// Oldest first.
    var visits: [FakeConstantContact.LandingPageVisit]
  }

  var pages: [Page] = []
  var smsCampaigns: [(id: String, campaign: FakeConstantContact.SMSCampaign)] = []
  private var linkIDs: [String: Int] = [:]

  func visits(of contact: String, until date: Date) -> [(page: Page, visit: FakeConstantContact.LandingPageVisit)] {
    pages.flatMap { page in
      page.visits.filter { $0.contact.lowercased() == contact && $0.date <= date }.map { (page, $0) }
    }
  }

  mutating func linkID(of url: String) -> Int {
    let id = linkIDs[url] ?? 1_200_000_000_001 + linkIDs.count
    linkIDs[url] = id
    return id
  }
}
