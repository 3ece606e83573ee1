import ConstantContactKit
import ConstantContactTesting
import ExampleSupport
import Foundation
import Testing

@testable import LeadWebhook

@Suite struct LeadServiceTests {
  @Test func reportsEachLeadAndKeepsOnlyTheLog() async throws {
    let bench = Bench()
    await bench.account.add(.init(address: "old@example.com", state: .unsubscribed))
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder)
    let id = try await service.accept(try .of("new@example.com", "OLD@example.com", "", "New@Example.com"))
    let receipt = try #require(await service.receipt(for: id))

    #expect(receipt.leads.map(\.outcome) == [.created, .skipped, .skipped, .skipped])
    #expect(receipt.leads.map(\.row) == [1, 2, 3, 4])
    #expect(receipt.leads.map(\.state) == ["active", "unsubscribed", nil, "active"])
    #expect(receipt.queued == 0)
    #expect(try bench.kept.isEmpty)
    #expect(try bench.logged.count == 4)
    #expect(await bench.account.contact(email: "new@example.com") != nil)
    folder.release()
  }

  @Test func sendsNoRequestBeforeTheLeadsAreStored() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder)
    // A file in place of the folder, so that nothing can be stored.
    let accepted = bench.url.appendingPathComponent("accepted")
    try FileManager.default.removeItem(at: accepted)
    try Data().write(to: accepted)
    let lead = try Submission.of("ann@example.com", key: "1")
    await #expect(throws: Refusal.storage) { try await service.accept(lead) }
    #expect(await bench.account.requests.isEmpty)
    #expect(await service.health.outbox.requests == 0)

    try FileManager.default.removeItem(at: accepted)
    try FileManager.default.createDirectory(at: accepted, withIntermediateDirectories: false)
    let id = try await service.accept(lead)
    #expect(await service.receipt(for: id)?.leads.first?.outcome == .created)
    folder.release()
  }

  @Test func nextServiceContinuesWithUnfinishedLeads() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let tokens = Switch(bench.account)
    await tokens.set(false)
    let first = try await bench.service(in: folder, tokens: tokens)
    let id = try await first.accept(try .of("a@example.com", "b@example.com", key: "1"))
    #expect(await first.receipt(for: id)?.queued == 2)
    #expect(try bench.kept == ["\(id).lead"])
    // The first service is abandoned, as when its process ends.

    let second = try await bench.service(in: folder)
    await bench.finish(second)
    let repeated = try await second.accept(try .of("a@example.com", "b@example.com", key: "1"))
    #expect(repeated == id)
    #expect(await second.receipt(for: id)?.leads.map(\.outcome) == [.created, .created])
    #expect(try bench.kept.isEmpty)
    await first.drain(grace: .zero)
    folder.release()
  }

  @Test func contactCreatedBeforeACrashDiffersFromAnExistingContact() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let submission = try Submission.of("ann@example.com", "old@example.com")
    await bench.account.add(.init(address: "old@example.com"))
    await bench.clock.advance(by: .seconds(3_600))
    try await Outbox(folder: folder.acceptedFolder).store(
      AcceptedRequest(id: "left", acceptedAt: bench.clock.date, submission: submission))
    // The last process created the contact, and ended before it wrote the line in the log.
    _ = try await ContactPusher(bench.account.client()).push(Lead(email: "ann@example.com"))

    let service = try await bench.service(in: folder)
    await bench.finish(service)
    let leads = try #require(await service.receipt(for: "left")).leads
    #expect(leads.map(\.outcome) == [.skipped, .skipped])
    #expect(leads.map(\.notes.count) == [1, 0])
    #expect(await bench.account.writes.count == 1)
    folder.release()
  }

  @Test func leadsInTheLogAreNotPushedAgain() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let submission = try Submission.of("a@example.com", "b@example.com")
    let request = AcceptedRequest(id: "left", acceptedAt: bench.clock.date, submission: submission)
    try await Outbox(folder: folder.acceptedFolder).store(request)
    let line = ResultLine(row: 1, outcome: .failed, reason: "before")
    try await ResultsLog(folder: folder.resultsFolder).append(
      LoggedResult(
        request: "left", leads: 2, digest: submission.digest, fingerprint: submission.fingerprint,
        at: bench.clock.date.timeIntervalSince1970, result: line))

    let service = try await bench.service(in: folder)
    await bench.finish(service)
    let leads = try #require(await service.receipt(for: "left")).leads
    #expect(leads.map(\.outcome) == [.failed, .created])
    #expect(await bench.account.contact(email: "a@example.com") == nil)
    #expect(try bench.logged.count == 2)
    folder.release()
  }
}
