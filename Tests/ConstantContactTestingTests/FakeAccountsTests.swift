import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Several accounts in one fake, and a server whose clock differs from the client's.
@Suite struct FakeAccountsTests {
  @Test func tokensDecideTheAccount() async throws {
    let desk = await Desk()
    let shop = await desk.fake.addAccount("Shop")
    let other = await desk.fake.addAccount("Other")
    let tokens = [desk.token, await shop.issueTokens().accessToken, await other.issueTokens().accessToken]
    for (index, token) in tokens.enumerated() {
      let body = #"{"create_source":"Account","email_address":{"address":"ann\#(index)@example.com"}}"#
      let created = Response(try await desk.fake.send(desk.request(.post, "/v3/contacts", body, token: token)))
      #expect(created.status == 201)
      let id = try #require(created.string("contact_id"))
      for stranger in tokens where stranger != token {
        let read = desk.request(.get, "/v3/contacts/\(id)", token: stranger)
        #expect(try await desk.fake.send(read).status.rawValue == 404)
      }
    }
    for (index, account) in [desk.fake, shop, other].enumerated() {
      #expect(await account.allContacts.compactMap(\.address) == ["ann\(index)@example.com"])
    }
    #expect(await desk.fake.requests.count == 9, "the first account's record has the requests of all")
    #expect(await shop.requests.count == 3)
  }

  @Test func refreshTokensStayWithTheirAccount() async throws {
    let desk = await Desk()
    let shop = await desk.fake.addAccount("Shop")
    let refresh = try #require(await shop.issueTokens().refreshToken)
    let response = try await desk.refresh(refresh)
    let token = try #require(response.string("access_token"))
    await shop.add(.init(address: "ann@example.com"))
    let list = Response(try await desk.fake.send(desk.request(.get, "/v3/contacts", token: token)))
    #expect(list.count("contacts") == 1)
    await shop.revokeTokens()
    let revoked = desk.request(.get, "/v3/contacts", token: token)
    #expect(try await desk.fake.send(revoked).status.rawValue == 401)
    #expect(try await desk.call(.get, "/v3/contacts").status == 200, "the first account's tokens are untouched")
  }

  @Test func accountsShareTheLimitOfTheAPIKey() async throws {
    let desk = await Desk(perSecond: 2)
    let token = await desk.fake.addAccount("Shop").issueTokens().accessToken
    var statuses: [Int] = []
    for text in [desk.token, token, token, desk.token] {
      statuses.append(try await desk.fake.send(desk.request(.get, "/v3/contacts", token: text)).status.rawValue)
    }
    #expect(statuses == [200, 200, 429, 429])
  }

  @Test(arguments: [-3_600, 3_600])
  func serverClockDiffersFromTheClients(seconds: Int) async throws {
    let desk = await Desk { $0.clockSkew = .seconds(seconds) }
    let response = try await desk.call(.post, "/v3/contacts", #"{"create_source":"Account","first_name":"Ann"}"#)
    let date = try Date(try #require(response.string("created_at")), strategy: .iso8601)
    let difference = date.timeIntervalSince(desk.clock.timeSource.now)
    #expect(abs(difference - Double(seconds)) < 1)
    // The client believes that its token is valid, or spent, by its own clock.
    #expect(try await desk.call(.get, "/v3/contacts").status == 200)
    await desk.clock.advance(by: .seconds(86_399))
    #expect(try await desk.call(.get, "/v3/contacts").status == 200)
    await desk.clock.advance(by: .seconds(2))
    #expect(try await desk.call(.get, "/v3/contacts").status == 401)
  }

  @Test func clientWorksAcrossClockSkew() async throws {
    let clock = ManualClock(automatic: true)
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.clockSkew = .seconds(7_200)
    let fake = FakeConstantContact(configuration)
    let client = try await fake.client()
    _ = try await client.lists.create(ListDraft(name: "News"))
    await clock.advance(by: .seconds(90_000))
    #expect(try await client.lists.list().first { _ in true }?.name == "News")
  }
}
