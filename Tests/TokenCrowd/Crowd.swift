import ConstantContactKit
import ConstantContactTesting
import Foundation
import SandboxServer

/// Starts and kills worker processes, and reconnects the account after a lost response.
struct Crowd {
  var processes = 8
  var expiries = 200
  var seconds = 900.0
  var deathRate = 0.03
  var killsPerSecond = 2.0
  var reconnectDelay = 0.0

  private static let tick: Duration = .milliseconds(20)
  private static let refreshAhead: Duration = .milliseconds(200)
  private static let tokenLifetime: Duration = .seconds(1)

  func drive() async throws -> Verdict {
    var configuration = FakeConstantContact.Configuration()
    configuration.accessTokenLifetime = Self.tokenLifetime
    configuration.requestsPerSecond = 10_000
    configuration.requestsPerDay = .max
    let fake = FakeConstantContact(configuration)
    await fake.add(list: "Newsletter")
    let server = SandboxServer(fake)
    try await server.start()
    guard let url = await server.url else { throw CancellationError() }
    let folder = FileManager.default.temporaryDirectory.appending(path: "token-crowd-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    let tokens = folder.appending(path: "tokens/tokens.json")
    let settings = Worker.Settings(
      server: url, tokens: tokens, deathRate: deathRate, refreshAhead: Self.refreshAhead)
    var watch = Watch(
      fake: fake, store: FileTokenStore(file: tokens), lifetime: Self.tokenLifetime,
      reconnectDelay: .seconds(reconnectDelay))
    try await watch.connect()
    var members: [Member] = []
    var started = 0
    func start() throws -> Member {
      started += 1
      return try Member(settings, journal: folder.appending(path: "journal-\(started)"))
    }

    let begin = ContinuousClock.now
    var ticks = 0
    while await watch.refreshes < expiries, watch.verdict.violations.count < 20,
      begin.duration(to: .now) < .seconds(seconds)
    {
      while members.count < processes { members.append(try start()) }
      if Double.random(in: 0..<1) < killsPerSecond * (Self.tick / .seconds(1)) {
        members.randomElement()?.kill()
        watch.verdict.killed += 1
      }
      try await collect(&members, watch: &watch)
      try await watch.reconnectIfDue()
      if ticks.isMultiple(of: 5) { try await watch.checkStore() }
      ticks += 1
      try await Task.sleep(for: Self.tick)
    }

    // While the lock is held no worker refreshes, so that the store and the server can be compared.
    try await watch.store.beginExclusiveAccess()
    // Wait until recently ended processes are noticed.
    try await Task.sleep(for: .milliseconds(300))
    try await collect(&members, watch: &watch)
    try await watch.compare()
    for member in members { member.kill() }
    for member in members {
      member.waitUntilExit()
      try await watch.note(member.newEntries())
    }
    await watch.store.endExclusiveAccess()
    await server.stop()
    watch.verdict.seconds = begin.duration(to: .now) / .seconds(1)
    watch.verdict.processes = started
    watch.verdict.leftovers = try FileManager.default.contentsOfDirectory(
      atPath: tokens.deletingLastPathComponent().path
    )
    .filter { !["tokens.json", "tokens.json.lock", "tokens.json.refresh.lock", "tokens.json.new"].contains($0) }
    return watch.verdict
  }

  /// Reads the journals, and removes members whose processes have ended.
  private func collect(_ members: inout [Member], watch: inout Watch) async throws {
    for member in members {
      // Checked before the journal is read, so that no entry is missed.
      let isOver = !member.isRunning
      try await watch.note(member.newEntries())
      guard isOver else { continue }
      watch.noteDeath(of: member)
      try member.cleanUp()
      members.removeAll { $0 === member }
    }
  }
}
