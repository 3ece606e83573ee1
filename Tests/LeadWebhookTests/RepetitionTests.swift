import ConstantContactTesting
import ExampleSupport
import Foundation
import Testing

@testable import LeadWebhook

@Suite struct RepetitionTests {
  @Test func repeatedKeyReturnsTheSameReceipt() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder)
    let lead = try Submission.of("ann@example.com", key: "1")
    let id = try await service.accept(lead)
    let receipt = await service.receipt(for: id)
    await bench.clock.advance(by: .seconds(6 * 86_400))
    #expect(try await service.accept(lead) == id)
    #expect(await service.receipt(for: id)?.leads == receipt?.leads)
    await #expect(throws: Refusal.keyReused) { try await service.accept(try .of("bob@example.com", key: "1")) }

    // The key expires after a week.
    await bench.clock.advance(by: .seconds(2 * 86_400))
    let later = try await service.accept(lead)
    #expect(later != id)
    #expect(await service.receipt(for: later)?.leads.map(\.outcome) == [.skipped])
    folder.release()
  }

  @Test func nextServiceKnowsTheKey() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let lead = try Submission.of("ann@example.com", "bob@example.com", key: "1")
    let first = try await bench.service(in: folder)
    let id = try await first.accept(lead)
    let receipt = await first.receipt(for: id)

    let second = try await bench.service(in: folder)
    #expect(try await second.accept(lead) == id)
    #expect(await second.receipt(for: id)?.leads == receipt?.leads)
    await #expect(throws: Refusal.keyReused) { try await second.accept(try .of("x@example.com", key: "1")) }
    folder.release()
  }

  @Test func repeatedBodyWithoutKeyIsTheSameRequestForAnHour() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder)
    let id = try await service.accept(try .of("ann@example.com"))
    _ = await service.receipt(for: id)
    await bench.clock.advance(by: .seconds(3_000))
    #expect(try await service.accept(try .of("ann@example.com")) == id)
    await bench.clock.advance(by: .seconds(700))
    #expect(try await service.accept(try .of("ann@example.com")) != id)
    folder.release()
  }

  @Test func concurrentRepetitionsAreOneRequest() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder)
    let lead = try Submission.of("ann@example.com", key: "1")
    let ids = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<50 { group.addTask { try await service.accept(lead) } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(ids.count == 1)
    await bench.finish(service)
    #expect(try bench.logged.count == 1)
    folder.release()
  }

  @Test func leadsWithTheSameAddressArePushedInSequence() async throws {
    let bench = Bench { $0.latency = .milliseconds(100) }
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder)
    let ids = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<10 {
        group.addTask { try await service.accept(try .of("ann@example.com", "Ann@Example.com", key: "\(number)")) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    await bench.flow { await service.health.outbox.requests == 0 }
    var outcomes: [String: Int] = [:]
    for id in ids {
      for line in await service.receipt(for: id)?.leads ?? [] { outcomes[line.outcome.rawValue, default: 0] += 1 }
    }
    #expect(outcomes == ["created": 1, "skipped": 19])
    // No creation was rejected: the later pushes found the contact.
    #expect(await bench.account.requestCounts["POST /v3/contacts"] == 1)
    folder.release()
  }
}
