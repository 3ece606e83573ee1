import ConstantContactKit
import ConstantContactTesting
import ExampleSupport
import Foundation
import SandboxServer
import Testing

/// The bundled file, pushed into the embedded account.
@Suite struct BundledPushTests {
  private let rows: [LeadRow]
  private var leads: [Lead] { rows.map { $0.lead() } }

  init() throws { rows = try BundledLeads.load().rows }

  private func push(_ client: ConstantContact) async throws -> [DeliveryReport] {
    var reports: [DeliveryReport] = []
    for try await report in ContactPusher(client).push(leads) { reports.append(report) }
    return reports.sorted { $0.position < $1.position }
  }

  private func kinds(_ reports: [DeliveryReport]) -> [String] {
    reports.map { report in
      switch report.outcome {
      case .created: "created"
      case .updated: "updated"
      case .skipped(let skip): "skipped \(skip)"
      case .failed(let error): "failed \(error.code) \(error.message)"
      case .notAttempted: "not attempted"
      case .wouldCreate, .wouldUpdate: "\(report.outcome)"
      }
    }
  }

  /// With 10 seeds, or `SOAK_SEEDS`: no duplicate address, no change of an existing contact, one outcome per row, and at most 4 requests per
  /// second.
  @Test(arguments: 1...(ProcessInfo.processInfo.environment["SOAK_SEEDS"].flatMap { Int($0) } ?? 10))
  func failuresNeverCreateAnAddressTwice(seed: Int) async throws {
    let clock = ManualClock(automatic: true)
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.seed = UInt64(seed)
    configuration.faultRate = Double(seed % 10) / 20
    configuration.latency = .milliseconds(seed % 3 * 40)
    configuration.conflictWording = FakeConstantContact.ConflictWording.allCases[seed % 3]
    configuration.accessTokenLifetime = .seconds(seed % 2 == 0 ? 86_400 : 400)
    configuration.randomFaults = [
      .status(500), .status(502, body: "<html>Bad gateway</html>"), .status(503), .throttled, .unauthorized, .timeout,
      .timeoutAfterWrite, .dropBeforeWrite, .dropAfterWrite, .truncatedBody, .malformedJSON, .latency(.seconds(2)),
    ]
    let service = FakeConstantContact(configuration)
    await EmbeddedAccount.fill(service, contacts: 20, seed: UInt64(seed))
    let existing = await service.allContacts
    let reports = try await push(service.client())

    #expect(reports.map(\.position) == Array(rows.indices))
    let addresses = await service.allContacts.compactMap { $0.address?.lowercased() }
    #expect(Set(addresses).count == addresses.count)
    for contact in existing { #expect(await service.contact(id: contact.id) == contact) }
    #expect(await service.writes.allSatisfy { $0.kind == .created && $0.resource == .contact })
    #expect(await service.maxRequestsInAnySecond <= 4)

    // Every creation is reported, as created or as a failure with an uncertain effect. No other contact is reported.
    let created = Set(await service.writes.map(\.id))
    let claimed = reports.compactMap { report -> String? in
      if case .created = report.outcome { report.contactID?.rawValue } else { nil }
    }
    #expect(Set(claimed).isSubset(of: created))
    #expect(Set(claimed).count == claimed.count)
    let uncertain = reports.count { if case .failed(let error) = $0.outcome { error.effect != .none } else { false } }
    #expect(created.count - claimed.count <= uncertain)
  }

  @Test func outcomesOverHTTPEqualThoseInProcess() async throws {
    let inProcess = try await push(Connection.embedded().client)

    var configuration = FakeConstantContact.Configuration()
    configuration.requestsPerSecond = 10_000
    let service = FakeConstantContact(configuration)
    await EmbeddedAccount.fill(service)
    await service.acceptAccessToken("sandbox-access-token")
    let server = SandboxServer(service)
    try await server.start()
    let url = try #require(await server.url)
    let connection = try await Connection.fromEnvironment([
      "CONSTANT_CONTACT_ACCESS_TOKEN": "sandbox-access-token",
      "CONSTANT_CONTACT_API_URL": url.absoluteString + "/v3",
      "CONSTANT_CONTACT_REQUESTS_PER_SECOND": "10000",
    ])
    let overHTTP = try await push(connection.client)
    #expect(kinds(overHTTP) == kinds(inProcess))
    #expect(connection.requests.count == (await service.requests.count))
    await server.stop()
  }

  @Test func tokensAreRefreshedOverHTTPAndStored() async throws {
    var configuration = FakeConstantContact.Configuration()
    configuration.requestsPerSecond = 10_000
    configuration.refreshTokenMode = .rotating
    let service = FakeConstantContact(configuration)
    await service.acceptRefreshToken("sandbox-refresh-token")
    let server = SandboxServer(service)
    try await server.start()
    let url = try #require(await server.url).absoluteString
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tokens-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(#"{"access_token":"spent","refresh_token":"sandbox-refresh-token"}"#.utf8).write(to: file)

    let environment = [
      "CONSTANT_CONTACT_CLIENT_ID": "sandbox-client", "CONSTANT_CONTACT_CLIENT_SECRET": "sandbox-secret",
      "CONSTANT_CONTACT_TOKEN_FILE": file.path, "CONSTANT_CONTACT_API_URL": url + "/v3",
      "CONSTANT_CONTACT_AUTH_URL": url + "/oauth2/default/v1",
    ]
    for address in ["ann@example.com", "bob@example.com"] {
      // The second client uses the tokens that the first one stored.
      let client = try await Connection.fromEnvironment(environment).client
      let report = try await ContactPusher(client).push(Lead(email: address))
      #expect(report.status == .delivered, "\(report)")
    }
    #expect(await service.requestCounts.filter { $0.key.contains("token") }.values.reduce(0, +) == 1)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    await server.stop()
  }
}
