import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct ScopeTests {
  private let clock = ManualClock(automatic: true)

  @Test func missingScopeFailsBeforeAnyRequest() async throws {
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await fake.client(scopes: [.accountRead, .offlineAccess])
    let error = try await failure { try await client.lists.list().collect() }
    #expect(error.code == .missingScope)
    #expect(error.scope == .contactData)
    #expect(error.isAuthorizationFailure)
    #expect(error.message == "the connection lacks the scope `contact_data`")
    #expect(error.advice.kind == .reconnect && error.advice.scopes == [.contactData])
    #expect(error.advice.sentence == "Reconnect the account and grant the scope `contact_data`.")
    #expect(await fake.requests.isEmpty)
    #expect(await client.configuration.rateLimit.dailyQuota.used == 0)
  }

  @Test func unknownScopesAreLeftToTheAPI() async throws {
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    let token = await fake.issueTokens(scopes: ["account_read"]).accessToken
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken(token)), transport: fake,
      configuration: ConstantContactConfiguration(time: clock.timeSource))
    let error = try await failure { try await client.lists.list().collect() }
    #expect(error.code == .forbidden)
    #expect(error.scope == .contactData)
    #expect(error.isAuthorizationFailure)
    for part in ["the scope `contact_data`", "the user privilege `contacts:lists:read`", "reconnect"] {
      #expect(error.localizedDescription.contains(part))
    }
    #expect(error.advice.kind == .askForPrivilege && error.advice.privilege == .contactListsRead)
    #expect(error.advice.scopes == [.contactData])
    #expect(await fake.requests.map(\.status) == [403])
  }

  @Test func operationWithoutScopeNeedsNone() async throws {
    let bench = Bench([.json(403, ""), .json(200, "{}")], tokens: StaticTokenProvider(AccessToken("t", scopes: [])))
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == .forbidden)
    #expect(error.scope == nil)
    _ = try await bench.client.send(.text())
  }
}
