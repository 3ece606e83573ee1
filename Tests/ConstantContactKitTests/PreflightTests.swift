import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct PreflightTests {
  private func client(scopes: Set<OAuthScope>?, privileges: [String]) -> (ConstantContact, ScriptedTransport) {
    let rows = privileges.enumerated().map { #"{"privilege_id":\#($0),"privilege_name":"\#($1)"}"# }
    let transport = ScriptedTransport([.json(200, "[\(rows.joined(separator: ","))]")])
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token", scopes: scopes)), transport: transport,
      configuration: ConstantContactConfiguration(time: ManualClock(automatic: true).timeSource))
    return (client, transport)
  }

  @Test func namesEverythingThatIsMissing() async throws {
    let (client, transport) = client(scopes: [.contactData], privileges: ["contacts:read", "something:else"])
    let preflight = try await client.preflight(for: [.contactsList, .contactsCreate, .campaignsCreate, .accountSummary])
    #expect(preflight.missingScopes == [.campaignData, .accountRead])
    #expect(preflight.missingPrivileges == [.contactsWrite, .campaignWrite, .accountRead])
    #expect(!preflight.isReady)
    #expect(
      "\(preflight)" == "the connection lacks the scope `account_read`, the scope `campaign_data`, "
        + "the user privilege `account:read`, the user privilege `campaign:write`, the user privilege `contacts:write`")
    #expect(await transport.requests.map(\.operation) == ["account.privileges"])
  }

  @Test func checksAWholeWorkflow() async throws {
    var options = ContactPusher.Options()
    options.lists = [.name("Newsletter")]
    let (client, _) = client(
      scopes: [.contactData], privileges: ["contacts:read", "contacts:write", "contacts:lists:read"])
    let preflight = try await client.preflight(for: ContactPusher(client, options: options))
    #expect(preflight.isReady)
    #expect(preflight.scopesAreKnown)
    let (other, _) = self.client(scopes: [.contactData], privileges: ["contacts:read", "contacts:write"])
    #expect(
      try await other.preflight(for: ContactPusher(other, options: options)).missingPrivileges == [.contactListsRead])
  }

  @Test func unknownScopesBlockNothing() async throws {
    let (client, _) = client(scopes: nil, privileges: ["contacts:read"])
    let preflight = try await client.preflight(for: [.contactsList])
    #expect(preflight.isReady)
    #expect(!preflight.scopesAreKnown)
  }
}
