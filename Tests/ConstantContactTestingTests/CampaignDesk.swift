import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import Foundation

/// A fake account with a list of contacts, and a client that sends campaigns to them.
struct CampaignDesk {
  static let html = """
    <html><body>[[trackingImage]]<a href="https://example.com/a">A</a> <A HREF = 'https://example.com/b?x=1&amp;y=2'>B</A>
    <a href="mailto:ann@example.com">C</a><a href="https://example.com/a">D</a></body></html>
    """

  let clock = ManualClock(automatic: true)
  let fake: FakeConstantContact
  let client: ConstantContact
  let list: ListID

  init(
    contacts count: Int = 0,
    seed: UInt64 = 1,
    engagement: FakeConstantContact.Engagement = .none,
    _ configure: (inout FakeConstantContact.Configuration) -> Void = { _ in }
  ) async throws {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.requestsPerSecond = 1_000_000
    configuration.requestsPerDay = 1_000_000
    configuration.seed = seed
    configuration.engagement = engagement
    configure(&configuration)
    fake = FakeConstantContact(configuration)
    client = try await fake.client(scopes: [.contactData, .campaignData, .offlineAccess])
    list = ListID(rawValue: await fake.add(list: "News"))
    try await addContacts(count)
  }

  func addContacts(_ count: Int, startingAt first: Int = 0) async throws {
    for index in first..<(first + count) {
      await fake.add(
        .init(address: "c\(index)@example.com", firstName: "C", lastName: "\(index)", lists: [list.rawValue]))
    }
  }

  /// Creates a campaign and returns it with the ID of its primary email, which goes to the list.
  func draft(
    _ name: String = "June", html: String = html, hasRecipients: Bool = true
  ) async throws -> (campaign: Campaign, email: CampaignActivityID) {
    let campaign = try await client.campaigns.create(
      NewCampaign(name: name, from: "owner@example.com", fromName: "Olivia", subject: "Hello", html: html))
    let email = campaign.primaryActivity?.id ?? ""
    if hasRecipients { try await client.campaignActivities.update(email) { $0.contactListIDs = [list] } }
    return (campaign, email)
  }

  func status(_ campaign: Campaign) async throws -> CampaignStatus.Kind? {
    try await client.campaigns.get(campaign.id).status?.kind
  }

  func sends(_ email: CampaignActivityID) async throws -> [CampaignSend] {
    try await client.campaignActivities.sendHistory(of: email).collect()
  }

  func events(_ kind: FakeConstantContact.EmailEvent.Kind, of email: CampaignActivityID) async -> Set<String> {
    Set(await fake.emailEvents.filter { $0.kind == kind && $0.activity == email.rawValue }.map(\.contact))
  }

  func date(_ elapsed: Duration) -> Date { clock.start.addingTimeInterval(elapsed / .seconds(1)) }
}

extension Duration {
  static func hours(_ hours: Int) -> Duration { .seconds(hours * 3_600) }
}

/// Returns the code of the error that an operation throws.
func code(_ operation: () async throws -> Void) async -> ConstantContactError.Code? {
  do {
    try await operation()
    return nil
  } catch {
    return (error as? ConstantContactError)?.code
  }
}
