import ArgumentParser
import ConstantContactTesting
import ExampleSupport
import Foundation
import LeadWebhook
import SandboxServer

/// Proves that `lead-webhook` loses nothing and does nothing twice, however often it is killed.
@main
struct WebhookCrowd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "webhook-crowd",
    abstract: "Many send leads to lead-webhook at once while it is killed again and again.",
    discussion: "Exit status 1 when a lead was lost, delivered twice or not reported."
  )

  @Option(help: "How many send at the same time.")
  var senders = 50

  @Option(help: "How many requests each sends, of one to three leads.")
  var requests = 20

  @Option(help: "How often the service is killed.")
  var kills = 10

  @Option(help: "How likely a request to the account goes wrong, from 0 to 1.")
  var faultRate = 0.1

  @Option(help: "How long the account's answers take, in milliseconds.")
  var latency = 5

  @Option(help: "How many leads are under way at once.")
  var concurrency = 32

  @Option(help: "How many seconds the service lets a sender wait for its report.")
  var answerWithin = 10

  func run() async throws {
    // A service that was killed must not take its senders with it.
    signal(SIGPIPE, SIG_IGN)
    let account = FakeConstantContact(accountConfiguration)
    await account.acceptAccessToken(Self.token)
    let sandbox = SandboxServer(account)
    try await sandbox.start()
    let work = FileManager.default.temporaryDirectory.appendingPathComponent("webhook-crowd-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    let password = UUID().uuidString
    guard let url = await sandbox.url, let secret = WebhookSecret(password) else { throw ExitCode(1) }
    let stage = try Stage(
      work: work, api: url.appendingPathComponent("v3"), secret: password,
      arguments: ["--concurrency", "\(concurrency)", "--answer-within", "\(answerWithin)"])

    let tally = Tally()
    let (plans, start) = (makePlans(), ContinuousClock().now)
    for plans in plans {
      let sender = Sender(plans: plans, port: stage.port, secret: secret, tally: tally)
      Thread { sender.run() }.start()
    }
    for kill in 0..<kills {
      let due = senders * requests * (2 * kill + 1) / (2 * kills + 1)
      while tally.snapshot.finished < due { try await Task.sleep(for: .milliseconds(Int.random(in: 1...30))) }
      try stage.crashAndRestart()
    }
    while tally.snapshot.finished < senders * requests { try await Task.sleep(for: .milliseconds(20)) }
    let seconds = (ContinuousClock().now - start) / .seconds(1)
    let told = tally.snapshot

    // Everybody who has a report asks once more: it has to be the same.
    let asking = Sender(plans: [], port: stage.port, secret: secret, tally: tally)
    for plan in plans.joined() where told.reports[plan.key] != nil { asking.send(plan) }
    let status = stage.stop()
    await sandbox.stop()

    var audit = Audit(
      plans: plans.flatMap(\.self), told: tally.snapshot, kept: stage.kept, folder: stage.folder, account: account)
    try await audit.run()
    report(told, audit, stage, seconds: seconds, status: status)
    guard audit.violations.isEmpty, status == 0 else { throw ExitCode(1) }
  }

  static let token = "crowd-access-token"

  private var accountConfiguration: FakeConstantContact.Configuration {
    var configuration = FakeConstantContact.Configuration()
    configuration.requestsPerSecond = 100_000
    configuration.requestsPerDay = 10_000_000
    configuration.latency = .milliseconds(latency)
    configuration.faultRate = faultRate
    configuration.randomFaults += [.truncatedBody]
    return configuration
  }

  private func makePlans() -> [[Plan]] {
    var generator = SystemRandomNumberGenerator()
    return (0..<senders).map { Plan.make(sender: $0, requests: requests, using: &generator) }
  }

  private func report(_ told: Tally.State, _ audit: Audit, _ stage: Stage, seconds: Double, status: Int32) {
    let leads = audit.outcomes.values.reduce(0, +)
    print(
      "\(senders) senders, \(senders * requests) requests, \(kills) kills, faults \(faultRate), exit status \(status)")
    print(
      "\(audit.accepted) requests promised, \(stage.kept.count) of them found in the outbox after a kill; "
        + "\(told.unanswered) tries without an answer, \(told.abandoned.count) senders gave up")
    print(
      "\(leads) leads reported: \(audit.outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))"
    )
    print(
      "\(audit.delivered) contacts created, each once; \(Int(Double(leads) / seconds)) leads a second over \(Int(seconds)) s"
    )
    print(
      "answers with the report: \(Self.quantiles(told.reportTimes)); that leads are queued: \(Self.quantiles(told.queuedTimes))"
    )
    if !stage.restartTimes.isEmpty { print("back after a kill: \(Self.quantiles(stage.restartTimes))") }
    for violation in audit.violations.prefix(20) { print("VIOLATION: \(violation)") }
    print("violations: \(audit.violations.count)")
  }

  private static func quantiles(_ seconds: [Double]) -> String {
    guard !seconds.isEmpty else { return "none" }
    let sorted = seconds.sorted()
    func at(_ part: Double) -> Int { Int(sorted[Int(Double(sorted.count - 1) * part)] * 1_000) }
    return "\(sorted.count), p50 \(at(0.5)) ms, p95 \(at(0.95)) ms, max \(at(1)) ms"
  }
}
