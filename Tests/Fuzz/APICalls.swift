import ConstantContactKit
import Foundation

/// Calls that together reach every decoder of a response.
struct APICalls: Sendable {
  /// The name of the response's fixture.
  let fixture: String
  let call: @Sendable (ConstantContact) async throws -> Void

  private init<Value>(_ fixture: String, _ call: @escaping @Sendable (ConstantContact) async throws -> Value) {
    self.fixture = fixture
    self.call = { client in
      let value = try await call(client)
      // Printing must not trap either.
      _ = "\(value)"
    }
  }

  private static let contact: ContactID = "1a2b3c4d-0000-11ee-8000-000000000001"
  private static let email: CampaignActivityID = "8f5d2f40-13ab-4f0e-8d6e-2b9c5a1e7701"
  private static let event: EventID = "1a2b3c4d-0000-11ee-8000-000000000041"
  private static let start = Date(timeIntervalSince1970: 1_700_000_000)
  private static let end = Date(timeIntervalSince1970: 1_750_000_000)

  static let all: [APICalls] = contacts + collections + campaigns + reports + others

  private static let contacts: [APICalls] = [
    APICalls("contacts.list") { try await $0.contacts.list(including: .all).collect() },
    APICalls("contacts.list") { try await $0.contacts.find(email: "ann@example.com") },
    APICalls("contacts.get") { try await $0.contacts.get(contact, including: .all) },
    APICalls("contacts.get") { try await $0.contacts.update(contact) { $0.firstName = "Ann" } },
    APICalls("contacts.create") {
      try await $0.contacts.create(NewContact(email: "ann@example.com", createSource: .contact))
    },
    APICalls("contacts.counts") { try await $0.contacts.counts() },
    APICalls("contacts.smsHistory") { try await $0.contacts.smsHistory(of: contact).collect() },
  ]

  private static let collections: [APICalls] = [
    APICalls("lists.list") { try await $0.lists.list(countingAll: true).collect() },
    APICalls("lists.get") { try await $0.lists.get("1a2b3c4d-0000-11ee-8000-00000000000a") },
    APICalls("tags.list") { try await $0.tags.list().collect() },
    APICalls("tags.get") { try await $0.tags.get("1a2b3c4d-0000-11ee-8000-00000000000b") },
    APICalls("segments.list") { try await $0.segments.list().collect() },
    APICalls("segments.get") { try await $0.segments.get("14") },
    APICalls("customFields.list") { try await $0.customFields.list().collect() },
    APICalls("customFields.get") { try await $0.customFields.get("1a2b3c4d-0000-11ee-8000-00000000000c") },
    APICalls("activities.list") { try await $0.activities.list().collect() },
    APICalls("activities.get") { try await $0.activities.get("5b0c7a10-21d4-4f6e-9a53-000000000006") },
  ]

  private static let campaigns: [APICalls] = [
    APICalls("campaigns.list") { try await $0.campaigns.list().collect() },
    APICalls("campaigns.get") { try await $0.campaigns.get("5b0ad1d2-7a3c-4c11-9a51-0f6b6c1d2e01") },
    APICalls("campaignActivities.get") { try await $0.campaignActivities.get(email) },
    APICalls("campaignActivities.schedules") { try await $0.campaignActivities.schedules(of: email).collect() },
    APICalls("campaignActivities.sendHistory") { try await $0.campaignActivities.sendHistory(of: email).collect() },
    APICalls("campaignActivities.resends") { try await $0.campaignActivities.resends(of: email).collect() },
    APICalls("campaignActivities.preview") { try await $0.campaignActivities.preview(email) },
    APICalls("campaignActivities.abTest") { try await $0.campaignActivities.abTest(of: email) },
  ]

  private static let reports: [APICalls] = [
    APICalls("reports.sends") { try await $0.reports.sends(of: email).collect() },
    APICalls("reports.opens") { try await $0.reports.opens(of: email).collect() },
    APICalls("reports.clicks") { try await $0.reports.clicks(of: email).collect() },
    APICalls("reports.bounces") { try await $0.reports.bounces(of: email).collect() },
    APICalls("reports.optOuts") { try await $0.reports.optOuts(of: email).collect() },
    APICalls("reports.links") { try await $0.reports.links(of: email) },
    APICalls("reports.landingPageOpens") { try await $0.reports.landingPageOpens(of: email).collect() },
    APICalls("reports.contactOpenAndClickRates") {
      try await $0.reports.contactOpenAndClickRates(of: contact, since: start, until: end)
    },
  ]

  private static let others: [APICalls] = [
    APICalls("account.summary") { try await $0.account.summary() },
    APICalls("account.privileges") { try await $0.account.privileges().collect() },
    APICalls("account.emails") { try await $0.account.emails().collect() },
    APICalls("account.physicalAddress") { try await $0.account.physicalAddress() },
    APICalls("events.list") { try await $0.events.list().collect() },
    APICalls("events.get") { try await $0.events.get(event) },
    APICalls("events.registrations") { try await $0.events.registrations(of: event, track: "t").collect() },
    APICalls("social.profiles") { try await $0.social.profiles().collect() },
    APICalls("social.hashtagGroups") { try await $0.social.hashtagGroups().collect() },
    APICalls("automations.list") { try await $0.automations.list().collect() },
    APICalls("automations.get") { try await $0.automations.get("1a2b3c4d-0000-11ee-8000-000000000051") },
  ]
}
