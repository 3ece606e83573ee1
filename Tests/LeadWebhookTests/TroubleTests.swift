import ConstantContactKit
import ConstantContactTesting
import ExampleSupport
import Foundation
import Testing

@testable import LeadWebhook

@Suite struct TroubleTests {
  @Test func usedUpQuotaPausesUntilTheNextDay() async throws {
    let bench = Bench()
    await bench.account.setRequestsToday(10_000)
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder)
    let id = try await service.accept(try .of("ann@example.com", "bob@example.com"))
    let receipt = try #require(await service.receipt(for: id))
    #expect(receipt.leads.map(\.outcome) == [.queued, .queued])
    #expect(bench.clock.elapsed == .zero)
    let health = await service.health
    #expect(health.status == "paused")
    #expect(health.paused?.reason == "quota")
    #expect(health.paused?.resumesAt == "2026-01-06T00:00:00Z")
    #expect(health.outbox.leads == 2)
    let sent = await bench.account.requests.count

    await bench.finish(service)
    #expect(bench.clock.date >= Date(timeIntervalSince1970: 1_767_657_600))
    #expect(await service.receipt(for: id)?.leads.map(\.outcome) == [.created, .created])
    #expect(await service.health.status == "ok")
    #expect(sent <= 2)
    folder.release()
  }

  @Test func missingTokensPauseUntilTheAccountIsConnected() async throws {
    let bench = Bench()
    let tokens = Switch(bench.account)
    await tokens.set(false)
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder, tokens: tokens)
    let id = try await service.accept(try .of("ann@example.com"))
    #expect(await service.receipt(for: id)?.queued == 1)
    #expect(await service.health.tokens.state == "reconnect")
    #expect(await service.health.paused?.reason == "tokens")
    // The lead is kept for days: only the operator can connect the account.
    await bench.clock.advance(by: .seconds(5 * 86_400))
    #expect(await service.health.outbox.leads == 1)

    await tokens.set(true)
    await bench.finish(service)
    #expect(await service.receipt(for: id)?.leads.map(\.outcome) == [.created])
    #expect(await service.health.tokens.state == "ok")
    folder.release()
  }

  @Test(arguments: [
    InjectedFault.status(503), .dropBeforeWrite, .dropAfterWrite, .truncatedBody, .throttled,
  ])
  func temporaryFailuresDelayALead(fault: InjectedFault) async throws {
    let bench = Bench()
    await bench.account.inject(fault, times: 12)
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder)
    let id = try await service.accept(try .of("ann@example.com"))
    await bench.finish(service)
    let line = try #require(await service.receipt(for: id)?.leads.first)
    #expect(line.outcome == .created || !line.notes.isEmpty)
    #expect(await bench.account.writes.count == 1)
    #expect(try bench.kept.isEmpty)
    folder.release()
  }

  @Test func failingLeadDoesNotDelayOthers() async throws {
    let bench = Bench()
    await bench.account.inject(.status(500), times: 100_000) { $0.url.absoluteString.contains("bad") }
    let folder = try await bench.folder()
    var settings = ServiceSettings()
    settings.giveUpAfter = .seconds(3_600)
    let service = try await bench.service(in: folder, settings: settings)
    let bad = try await service.accept(try .of("bad@example.com"))
    for number in 0..<20 { _ = try await service.accept(try .of("good-\(number)@example.com")) }
    await bench.until { await service.health.outbox.leads == 1 }
    #expect(bench.clock.elapsed == .zero)

    // Finally the lead fails, and the receipt says so.
    await bench.finish(service)
    let line = try #require(await service.receipt(for: bad)?.leads.first)
    #expect(line.outcome == .failed)
    #expect(line.reason?.isEmpty == false)
    #expect((.seconds(3_600)...(.seconds(4_000))).contains(bench.clock.elapsed))
    #expect(try bench.kept.isEmpty)
    folder.release()
  }

  @Test func missingListPausesUntilItExists() async throws {
    let bench = Bench()
    var options = ContactPusher.Options()
    options.lists = [.name("Newsletter")]
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder, options: options)
    let id = try await service.accept(try .of("ann@example.com"))
    #expect(await service.receipt(for: id)?.queued == 1)
    #expect(await service.health.paused?.reason == "configuration")
    #expect(bench.notes.contains { $0.contains("Newsletter") })
    await bench.clock.advance(by: .seconds(5 * 86_400))
    #expect(await service.health.outbox.leads == 1)

    await bench.account.add(list: "Newsletter")
    await bench.finish(service)
    #expect(await service.receipt(for: id)?.leads.map(\.outcome) == [.created])
    folder.release()
  }

  @Test func invalidLeadFailsWithoutARequest() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder)
    let name = String(repeating: "x", count: 51)
    let body = "{\"work_email\": \"ann@example.com\", \"job_title\": \"\(name)\"}"
    let id = try await service.accept(try Submission(body: Array(body.utf8)))
    let line = try #require(await service.receipt(for: id)?.leads.first)
    #expect(line.outcome == .failed)
    #expect(line.reason?.contains("job_title") == true)
    #expect(await bench.account.requests.isEmpty)
    folder.release()
  }

  @Test func resultThatCannotBeStoredIsNotReported() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    var settings = ServiceSettings()
    settings.respondWithin = .seconds(5)
    let service = try await bench.service(in: folder, settings: settings)
    let results = bench.url.appendingPathComponent("results")
    try FileManager.default.removeItem(at: results)
    let id = try await service.accept(try .of("ann@example.com"))
    await bench.until { await service.health.paused?.reason == "storage" }
    #expect(await service.receipt(for: id)?.leads.map(\.outcome) == [.queued])
    #expect(try bench.kept.count == 1)

    try FileManager.default.createDirectory(at: results, withIntermediateDirectories: false)
    await bench.finish(service)
    let line = try #require(await service.receipt(for: id)?.leads.first)
    #expect(line.outcome == .skipped)
    #expect(line.notes.count == 1)
    #expect(await bench.account.writes.count == 1)
    folder.release()
  }
}
