import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct QueryTests {
  private let contacts = ScriptedTransport.Step.json(200, #"{"contacts":[]}"#)

  @Test func plusInAnAddressIsEncoded() async throws {
    let scripted = ScriptedClient(contacts)
    _ = try await scripted.client.contacts.find(email: "a+b@example.com", including: [.taggings, .listMemberships])
    #expect(
      await scripted.query() == [
        "email=a%2Bb%40example.com", "status=all", "include=list_memberships%2Ctaggings", "limit=500",
      ])
  }

  @Test func everyFilterIsSent() async throws {
    let scripted = ScriptedClient(contacts)
    var filter = ContactFilter(email: "ann@example.com", statuses: [.unsubscribed, .active], lists: ["b", "a"])
    filter.tags = ["d", "c"]
    filter.smsStatuses = [.notSet, .explicit]
    filter.createdAfter = Date(timeIntervalSince1970: 0)
    filter.createdBefore = Date(timeIntervalSince1970: 1_457_020_384)
    filter.updatedAfter = Date(timeIntervalSince1970: 1.5)
    filter.updatedBefore = Date(timeIntervalSince1970: 1_457_002_384)
    filter.optedOutAfter = Date(timeIntervalSince1970: 1_467_936_000)
    filter.optedOutBefore = Date(timeIntervalSince1970: 1_468_022_400)
    _ = try await scripted.client.contacts.list(filter, pageSize: 7, countingAll: true).collect()
    #expect(
      await scripted.query() == [
        "email=ann%40example.com", "status=active%2Cunsubscribed", "lists=a%2Cb", "tags=c%2Cd",
        "sms_status=explicit%2Cnot_set", "created_after=1970-01-01T00%3A00%3A00Z",
        "created_before=2016-03-03T15%3A53%3A04Z", "updated_after=1970-01-01T00%3A00%3A01.500Z",
        "updated_before=2016-03-03T10%3A53%3A04Z", "optout_after=2016-07-08T00%3A00%3A00Z",
        "optout_before=2016-07-09T00%3A00%3A00Z",
        "include_count=true", "limit=7",
      ])
  }

  @Test func unsetFiltersAreNotSent() async throws {
    let scripted = ScriptedClient(
      contacts, .json(200, #"{"lists":[]}"#), .json(200, #"{"custom_fields":[]}"#), .json(200, Fixture.anyResource))
    _ = try await scripted.client.contacts.list().collect()
    _ = try await scripted.client.lists.list().collect()
    _ = try await scripted.client.customFields.list().collect()
    _ = try await scripted.client.contacts.get("a b/c")
    #expect(await scripted.query(0) == ["limit=500"])
    #expect(await scripted.query(1) == ["limit=500"])
    #expect(await scripted.query(2) == ["limit=100"])
    #expect(await scripted.query(3) == [])
    #expect(await scripted.transport.requests.last?.url.absoluteString.hasSuffix("/v3/contacts/a%20b%2Fc") == true)
  }

  @Test func everyListFilterIsSent() async throws {
    let scripted = ScriptedClient(.json(200, #"{"lists":[]}"#), .json(200, Fixture.anyResource))
    var filter = ListFilter(name: "Tea & cake", status: .all, membershipCount: .active)
    filter.channel = .sms
    filter.countsSMSMemberships = true
    _ = try await scripted.client.lists.list(filter, countingAll: true).collect()
    _ = try await scripted.client.lists.get("a", counting: .all)
    #expect(
      await scripted.query() == [
        "name=Tea%20%26%20cake", "status=all", "channel_type=sms", "include_membership_count=active",
        "include_sms_membership_count=true", "include_count=true", "limit=500",
      ])
    #expect(await scripted.query(1) == ["include_membership_count=all"])
  }

  @Test func findComparesAddressesCaseInsensitively() async throws {
    let response =
      #"{"contacts":[{"contact_id":"1","email_address":{"address":"anna@example.com"}},{"contact_id":"2"},"#
      + #"{"contact_id":"3","email_address":{"address":"ANN@Example.com"}}]}"#
    let scripted = ScriptedClient(.json(200, response), .json(200, response))
    #expect(try await scripted.client.contacts.find(email: "ann@example.COM")?.id == "3")
    #expect(try await scripted.client.contacts.find(email: "nn@example.com") == nil)
  }
}
