import ArgumentParser
import ConstantContactTesting
import ExampleSupport
import Foundation
import LeadWebhook
import SandboxServer

/// Verifies that `lead-webhook` loses no lead and delivers none twice, although it is killed repeatedly.
@main
struct WebhookCrowd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "webhook-crowd",
    abstract: "Send leads to lead-webhook concurrently while it is killed repeatedly.",
    discussion: "The exit status is 1 when a lead was lost, delivered twice or not reported."
  )

  @Option(help: "The number of concurrent senders.")
  var senders = 50

  @Option(help: "The number of requests per sender, with one to three leads each.")
  var requests = 20

  @Option(help: "The number of times that the service is killed.")
  var kills = 10

  @Option(help: "The probability that a request to the account fails, from 0 to 1.")
  var faultRate = 0.1

  @Option(help: "The latency of the account in milliseconds.")
  var latency = 5

  @Option(help: "The number of leads in progress at once.")
  var concurrency = 32

  @Option(help: "How long a sender waits for results, in seconds.")
  var respondWithin = 10

  func validate() throws {
    guard senders > 0, requests > 0, kills >= 0, latency >= 0, concurrency > 0, (0...1).contains(faultRate),
      [senders, requests, kills, latency, concurrency].allSatisfy({ $0 <= 100_000 })
    else { throw ValidationError("Numbers must be positive and at most 100000, and --fault-rate from 0 to 1.") }
  }

  func run() async throws {
    // A write to a killed service must not end this process.
    signal(SIGPIPE, SIG_IGN)
    let account = FakeConstantContact(accountConfiguration)
    await account.acceptAccessToken(Self.token, scopes: ["account_read", "contact_data"])
    let sandbox = SandboxServer(account)
    try await sandbox.start()
    let work = FileManager.default.temporaryDirectory.appendingPathComponent("webhook-crowd-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    let password = UUID().uuidString
    guard let url = await sandbox.url, let secret = WebhookSecret(password) else { throw ExitCode(1) }
    let stage = try Stage(
      work: work, api: url.appendingPathComponent("v3"), secret: password,
      arguments: ["--concurrency", "\(concurrency)", "--respond-within", "\(respondWithin)"])

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
    let first = tally.snapshot

    // A repeated request has the same results.
    let repeating = Sender(plans: [], port: stage.port, secret: secret, tally: tally)
    for plan in plans.joined() where first.results[plan.key] != nil { repeating.send(plan) }
    let status = stage.stop()
    await sandbox.stop()

    var audit = Audit(
      plans: plans.flatMap(\.self), tally: tally.snapshot, kept: stage.kept, folder: stage.folder, account: account)
    try await audit.run()
    report(first, audit, stage, seconds: seconds, status: status)
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

  private func report(_ tally: Tally.State, _ audit: Audit, _ stage: Stage, seconds: Double, status: Int32) {
    let leads = audit.outcomes.values.reduce(0, +)
    print(
      "\(senders) senders, \(senders * requests) requests, \(kills) kills, fault rate \(faultRate), exit status \(status)"
    )
    print(
      "\(audit.accepted) requests accepted, \(stage.kept.count) of them in the outbox after a kill; "
        + "\(tally.lost) attempts without a response, \(tally.abandoned.count) senders gave up")
    let outcomes = audit.outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    print("\(leads) results: \(outcomes.joined(separator: ", "))")
    print(
      "\(audit.delivered) contacts created; \(Int(Double(leads) / seconds)) leads per second in \(Int(seconds)) s")
    print(
      "responses with results: \(Self.quantiles(tally.resultTimes)); with queued leads: "
        + Self.quantiles(tally.queuedTimes))
    if !stage.restartTimes.isEmpty { print("restart after a kill: \(Self.quantiles(stage.restartTimes))") }
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
