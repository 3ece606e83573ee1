import ConstantContactKit
import ConstantContactTesting
import Foundation
import SandboxServer

/// Measures the CPU time that the library adds to a call. Run it with `swift run -c release benchmarks`.
///
/// Compare numbers of one run only. Other measurements are chosen by name: `limiter` (``LimiterMeasurement``), `deadline`
/// (``DeadlineMeasurement``), `transports` (``TransportMeasurement``), `fake` (``FakeMeasurement``), `plan` (``PlanMeasurement``),
/// `export` (``ExportMeasurement``) and `json` (``JSONMeasurement``).
@main
enum Benchmarks {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "limiter" {
      let seconds = arguments.dropFirst().first.flatMap(Int.init) ?? 100
      return try await LimiterMeasurement(seconds: max(1, seconds), isBusy: arguments.contains("busy")).run()
    }
    if arguments.first == "deadline" {
      let calls = arguments.dropFirst().first.flatMap(Int.init) ?? 100
      return try await DeadlineMeasurement(calls: max(1, calls)).run()
    }
    if arguments.first == "plan" { return try await PlanMeasurement().run() }
    if arguments.first == "fake" { return try await FakeMeasurement().run() }
    if arguments.first == "export" {
      let rows = arguments.dropFirst().first.flatMap(Int.init) ?? 1_000_000
      return try await ExportMeasurement(rows: max(1, rows), withPython: arguments.contains("--with-python")).run()
    }
    let values = Array(arguments.dropFirst())
    if arguments.first == "export-server", values.count == 2 {
      return try await ExportMeasurement.serve(values[0], Int(values[1]) ?? 0)
    }
    if arguments.first == "export-client", values.count == 2 {
      return try await ExportMeasurement.read(values[0], values[1])
    }
    if arguments.first == "json" {
      return try JSONMeasurement(rounds: 7, withPython: arguments.contains("--with-python")).run()
    }
    if arguments.first == "transports-server" { return try await TransportMeasurement.serve() }
    if arguments.first == "transports" {
      let calls = arguments.dropFirst().first.flatMap(Int.init) ?? 100_000
      return try await TransportMeasurement(calls: max(40, calls)).run()
    }
    let calls = arguments.first.flatMap(Int.init) ?? 20_000
    print("\(calls) calls each; CPU time per call, and its ratio to the first line")
    try await inMemory(calls)
    try await overHTTP(max(1, calls / 20))
  }

  /// Measures the library alone, with a transport that responds immediately.
  private static func inMemory(_ calls: Int) async throws {
    let transport = InstantTransport()
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("t")), transport: transport, configuration: unlimited())
    let request = TransportRequest(
      method: .get, url: client.configuration.baseURL.appending(path: "contacts/\(InstantTransport.id)"),
      operation: "bare")
    var table = Table(title: "In-memory transport")
    await table.add("transport only") { for _ in 0..<calls { _ = try await transport.send(request) } }
    await table.add("raw call") {
      for _ in 0..<calls { _ = try await client.call(.get, "/contacts/\(InstantTransport.id)") }
    }
    await table.add("client.contacts.get, decoded") {
      for _ in 0..<calls { _ = try await client.contacts.get(ContactID(InstantTransport.id)) }
    }
    await table.add("decoding only") {
      for _ in 0..<calls { _ = try JSONDecoder().decode(Contact.self, from: InstantTransport.body) }
    }
    table.show(calls)
  }

  /// Measures the default transport with a server in this process, whose own CPU time is part of every line.
  private static func overHTTP(_ calls: Int) async throws {
    var configuration = FakeConstantContact.Configuration()
    configuration.requestsPerSecond = .max
    configuration.requestsPerDay = .max
    let fake = FakeConstantContact(configuration)
    await fake.acceptAccessToken("t")
    let contact = await fake.add(.init(address: "ann@example.com", firstName: "Ann"))
    let server = SandboxServer(fake)
    try await server.start()
    guard let url = await server.url else { return }
    let transport = SystemTransport.shared
    var settings = unlimited()
    settings.baseURL = url.appending(path: "v3")
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("t")), transport: transport, configuration: settings)
    let request = TransportRequest(
      method: .get, url: settings.baseURL.appending(path: "contacts/\(contact.id)"),
      headers: ["Authorization": "Bearer t"], operation: "bare")
    var table = Table(title: "The default transport with a server in the same process (\(calls) calls)")
    await table.add("transport only") { for _ in 0..<calls { _ = try await transport.send(request) } }
    await table.add("client.contacts.get") {
      for _ in 0..<calls { _ = try await client.contacts.get(ContactID(contact.id)) }
    }
    table.show(calls)
    await server.stop()
  }

  private static func unlimited() -> ConstantContactConfiguration {
    ConstantContactConfiguration(rateLimit: RateLimit(perSecond: 1_000_000, perDay: .max))
  }
}
