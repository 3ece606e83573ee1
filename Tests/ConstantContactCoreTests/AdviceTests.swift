import ConstantContactAuth
import ConstantContactCore
import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Errors say what failed, why, and what to do.
@Suite struct AdviceTests {
  private func error(_ code: ConstantContactError.Code, effect: ConstantContactError.Effect = .none)
    -> ConstantContactError
  {
    ConstantContactError(code, "why it failed", operation: "x.y", effect: effect)
  }

  @Test func localizedDescriptionIsASentence() {
    for entry in ConstantContactError.catalog {
      let error = error(entry.code)
      for text in [error.localizedDescription, (error as any Error).localizedDescription] {
        #expect(text.hasPrefix("Why it failed.") && text.hasSuffix("."), "\(entry.code): \(text)")
        #expect(!text.contains("ConstantContactError"))
      }
      #expect(error.failureReason == "why it failed")
      #expect((error.recoverySuggestion == nil) == (error.advice.kind == .nothing))
    }
  }

  @Test func numbersAndDomainAreStable() {
    #expect(ConstantContactError.errorDomain == "ConstantContactKit.ConstantContactError")
    #expect(error(.invalidInput).errorCode == 1 && error(.undecodableElements).errorCode == 24)
    #expect(error(.init(rawValue: "own")).errorCode == 0)
    let numbers = ConstantContactError.catalog.map(\.number)
    #expect(numbers == Array(1...numbers.count))
    #expect((error(.server) as any Error as NSError).code == 16)
    #expect((error(.server) as any Error as NSError).domain == ConstantContactError.errorDomain)
  }

  @Test func adviceCarriesItsData() async throws {
    let quota = Bench([.json(429, #"{"error_key":"quota_exceeded","error_message":"x"}"#)])
    let spent = try await failure { try await quota.client.send(.text()) }
    #expect(spent.advice.kind == .retryLater && spent.advice.date == spent.resumesAt && spent.resumesAt != nil)

    struct Refused: AccessTokenProvider {
      func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
        throw OAuthError(.invalidClient, message: "the client secret is wrong")
      }
    }
    let wrongSecret = try await failure { try await Bench([], tokens: Refused()).client.send(.text()) }
    #expect(wrongSecret.advice.kind == .fixConfiguration)
    #expect(!wrongSecret.localizedDescription.contains("econnect"))

    let long = String(repeating: "x", count: 51)
    var contact = NewContact(email: "ann@example.com")
    contact.jobTitle = long
    let refused = try await failure { [contact] in try await Bench([]).client.contacts.create(contact) }
    #expect(refused.advice.kind == .fixInput)
    #expect(refused.advice.field == InvalidField(name: "job_title", limit: 50, length: 51))
    #expect(refused.message == "`job_title` is 51 characters; the limit is 50")
    #expect(refused.localizedDescription == "`job_title` is 51 characters; the limit is 50. Correct `job_title`.")
    #expect(!everythingPrinted(refused).contains(long))

    let privilege = Bench([.json(403, "")])
    let forbidden = try await failure { try await privilege.client.send(.text(privilege: .contactsRead)) }
    #expect(forbidden.advice.kind == .askForPrivilege && forbidden.advice.privilege == .contactsRead)
    let scope = Bench([.json(403, "")])
    let unscoped = try await failure { try await scope.client.send(.text(scope: .contactData)) }
    #expect(unscoped.advice.kind == .reconnect && unscoped.advice.scopes == [.contactData])
  }

  @Test func lostResponseOfAWriteIsChecked() async throws {
    let lost = TransportError(.connectionLost, delivery: .uncertain, message: "the connection was lost")
    let bench = Bench([.fail(lost), .fail(lost)]) { $0.retry = .none }
    let created = try await failure { try await bench.client.contacts.create(NewContact(email: "ann@example.com")) }
    #expect(created.advice.kind == .checkOutcome)
    #expect(created.advice.outcomeCheck?.method == "ContactsAPI/find(email:including:)")
    // Where a second call does no harm, there is nothing to check.
    let deleted = try await failure { try await bench.client.contacts.delete("1") }
    #expect(deleted.effect == .uncertain && deleted.advice.kind == .retryLater && deleted.outcomeCheck == nil)
  }

  @Test func unknownCodesHaveAdviceToo() {
    #expect(error(.init(rawValue: "own")).advice.kind == .report)
  }

  /// `Documentation/Errors.md` has a row for every code, in this order and with this advice.
  @Test func documentationListsEveryCode() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Documentation/Errors.md")
    let written = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("| `") }
    let expected = ConstantContactError.catalog.map { entry in
      let remedy = error(entry.code).advice.sentence ?? "Nothing to correct."
      return "| `\(entry.code)` | \(entry.number) | \(entry.meaning) | `\(entry.advice)` | \(remedy) |"
    }
    #expect(written == expected, "\(expected.joined(separator: "\n"))")
  }
}
