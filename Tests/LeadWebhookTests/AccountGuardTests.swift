import ConstantContactKit
import ConstantContactTesting
import ExampleSupport
import Foundation
import Testing

@testable import LeadWebhook

@Suite struct AccountGuardTests {
  /// Returns a guard for one account's tokens, with the requests of another account's fake.
  private func makeGuard(_ bench: Bench, _ folder: ServiceFolder, tokens: any AccessTokenProvider) async throws
    -> AccountGuard
  {
    let client = try await bench.account.client { $0.retry = .none }
    return AccountGuard(
      tokens, folder: folder, transport: bench.account, configuration: client.configuration)
  }

  private func token(of bench: Bench) async -> AccessToken {
    AccessToken(
      await bench.account.issueTokens(scopes: ["contact_data", "account_read", "offline_access"]).accessToken)
  }

  @Test func firstStartRemembersTheAccountAndLaterStartsCheckIt() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let tokens = StaticTokenProvider(await token(of: bench))
    _ = try await makeGuard(bench, folder, tokens: tokens).accessToken()
    let id = try #require(try folder.account)
    #expect(try await bench.account.client(scopes: [.contactData, .accountRead]).account.summary().id.rawValue == id)

    _ = try await makeGuard(bench, folder, tokens: tokens).accessToken()
    try folder.remember(account: "another")
    let error = await #expect(throws: ConstantContactError.self) {
      try await makeGuard(bench, folder, tokens: tokens).accessToken()
    }
    #expect(error?.code == .wrongAccount)
    #expect(error?.message.contains(id) == true && error?.message.contains("another") == true)
    folder.release()
  }

  @Test func eachTokenIsCheckedOnceForAllCallers() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let account = try await makeGuard(bench, folder, tokens: StaticTokenProvider(await token(of: bench)))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { _ = try await account.accessToken() } }
      try await group.waitForAll()
    }
    _ = try await account.accessToken()
    #expect(await bench.account.requestCounts["GET /v3/account/summary"] == 1)
    folder.release()
  }

  /// Another account may be connected while the service runs.
  @Test func leadsAreNotDeliveredToAnotherAccount() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    try folder.remember(account: "another")
    let tokens = try await makeGuard(bench, folder, tokens: StaticTokenProvider(await token(of: bench)))
    let service = try await bench.service(in: folder, tokens: tokens)
    let id = try await service.accept(try .of("ann@example.com"))
    #expect(await service.receipt(for: id)?.queued == 1)
    #expect(await service.health.paused?.reason == "account")
    #expect(await service.health.tokens.state == "wrong_account")
    #expect(try bench.kept == ["\(id).lead"])
    #expect(await bench.account.requestCounts.keys.allSatisfy { $0 == "GET /v3/account/summary" })
    #expect(bench.notes.contains { $0.contains("another") })

    try folder.remember(
      account: try await bench.account.client(scopes: [.contactData, .accountRead]).account.summary().id.rawValue)
    await bench.finish(service)
    #expect(await service.receipt(for: id)?.leads.map(\.outcome) == [.created])
    folder.release()
  }

  @Test func failedCheckIsRetriedWithTheNextCall() async throws {
    let bench = Bench()
    await bench.account.inject(.status(503), times: 1)
    let folder = try await bench.folder()
    let account = try await makeGuard(bench, folder, tokens: StaticTokenProvider(await token(of: bench)))
    await #expect(throws: ConstantContactError.self) { try await account.accessToken() }
    #expect(try folder.account == nil)
    _ = try await account.accessToken()
    #expect(try folder.account != nil)
    folder.release()
  }
}
