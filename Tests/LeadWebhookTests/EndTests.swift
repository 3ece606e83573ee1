import ConstantContactKit
import ConstantContactTesting
import ExampleSupport
import Foundation
import Testing

@testable import LeadWebhook

@Suite struct EndTests {
  @Test func drainFinishesLeadsInProgressAndKeepsTheRest() async throws {
    let bench = Bench { $0.latency = .seconds(2) }
    let folder = try await bench.folder()
    var settings = ServiceSettings()
    settings.respondWithin = .seconds(100_000)
    var options = ContactPusher.Options()
    options.concurrency = 2
    let service = try await bench.service(in: folder, options: options, settings: settings)
    let first = try await service.accept(try .of("a@example.com", "b@example.com"))
    let second = try await service.accept(try .of("c@example.com"))
    async let receipts = (service.receipt(for: first), service.receipt(for: second))
    await bench.until { await service.health.outbox.underWay == 2 }
    async let drained: Void = service.drain(grace: .seconds(3_600))
    await bench.flow { await service.health.outbox.underWay == 0 }
    await drained

    let (one, two) = await receipts
    #expect(one?.leads.map(\.outcome) == [.created, .created])
    #expect(two?.leads.map(\.outcome) == [.queued])
    #expect(try bench.kept == ["\(second).lead"])
    await #expect(throws: Refusal.stopping) { try await service.accept(try .of("d@example.com")) }
    #expect(await service.health.status == "stopping")

    let next = try await bench.service(in: folder)
    await bench.flow { await next.health.outbox.requests == 0 }
    #expect(await next.receipt(for: second)?.leads.map(\.outcome) == [.created])
    folder.release()
  }

  @Test func drainCancelsLeadsInProgressAfterTheGrace() async throws {
    let bench = Bench { $0.latency = .seconds(50) }
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder)
    let id = try await service.accept(try .of("a@example.com"))
    async let receipt = service.receipt(for: id)
    await bench.until { await bench.account.requests.count == 1 }
    async let drained: Void = service.drain(grace: .seconds(5))
    await bench.flow { await service.health.outbox.underWay == 0 }
    await drained
    #expect(bench.clock.elapsed < .seconds(50))
    #expect(await receipt?.leads.map(\.outcome) == [.queued])
    #expect(try bench.kept.count == 1)
    folder.release()
  }

  @Test func fullOutboxRefusesRequests() async throws {
    let bench = Bench()
    let tokens = Switch(bench.account)
    await tokens.set(false)
    let folder = try await bench.folder()
    var settings = ServiceSettings()
    settings.outboxLimit = 3
    let service = try await bench.service(in: folder, tokens: tokens, settings: settings)
    let id = try await service.accept(try .of("a@example.com", "b@example.com"))
    _ = await service.receipt(for: id)
    await #expect(throws: Refusal.full) { try await service.accept(try .of("c@example.com", "d@example.com")) }
    _ = try await service.accept(try .of("c@example.com"))
    await service.drain(grace: .zero)
    folder.release()
  }
}
