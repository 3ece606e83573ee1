import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Exports that go into a file are calls like any other.
@Suite final class DownloadTests {
  private let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  private var file: URL { directory.appending(path: "contacts.csv") }
  private let export: BulkActivityID = "e1"

  private static let csv = "email\nann@example.com\n"

  init() throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  private static func csvResponse(_ status: TransportStatus, _ text: String = csv) -> ScriptedTransport.Step {
    .respond(TransportResponse(status: status, headers: ["Content-Type": "text/csv"], body: Data(text.utf8)))
  }

  private func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: directory.path) }

  @Test func bodyIsWrittenToTheFile() async throws {
    let bench = Bench([Self.csvResponse(200)])
    try Data("before".utf8).write(to: file)
    try await bench.client.activities.downloadExportedCSV(of: export, to: file)
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.csv)
    #expect(try files() == ["contacts.csv"])
    let request = try #require(await bench.requests.first)
    #expect(request.headers["Accept"] == "text/csv" && request.headers["Authorization"] == "Bearer first-token")
  }

  /// A transport whose download is written carelessly, as a user of the library may write one.
  private struct CarelessTransport: HTTPTransport {
    func send(_ request: TransportRequest) async throws -> TransportResponse {
      TransportResponse(status: 200, headers: ["Content-Type": "text/csv"], body: Data(DownloadTests.csv.utf8))
    }

    func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead {
      let response = try await send(request)
      try response.body.write(to: file)
      return response.head
    }
  }

  private struct MemoryTransport: HTTPTransport {
    func send(_ request: TransportRequest) async throws -> TransportResponse {
      try await CarelessTransport().send(request)
    }
  }

  @Test(arguments: [true, false])
  func downloadsOfCustomTransportsAreReadableByTheirOwnerOnly(careless: Bool) async throws {
    let transport: any HTTPTransport = careless ? CarelessTransport() : MemoryTransport()
    let client = ConstantContact(tokens: StaticTokenProvider(AccessToken("t")), transport: transport)
    try Data("before".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    try await client.activities.downloadExportedCSV(of: export, to: file)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.csv)
    #expect(try files() == ["contacts.csv"])
  }

  @Test func downloadsAreRetried() async throws {
    let lost = TransportError(.connectionLost, delivery: .uncertain, message: "lost")
    let throttled = ScriptedTransport.Step.json(429, #"{"error_key":"throttled","error_message":"x"}"#)
    let log = AttemptLog()
    let bench = Bench([.json(503, "down"), .fail(lost), throttled, Self.csvResponse(200)]) { $0.observers = [log] }
    try await bench.client.activities.downloadExportedCSV(of: export, to: file)
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.csv)
    #expect(try files() == ["contacts.csv"])
    #expect(log.attempts.map(\.error) == [.server, .connection, .throttled, nil])
    #expect(log.attempts.allSatisfy { $0.operation == "activities.exportedCSV" })
  }

  @Test func refusedTokenIsReplaced() async throws {
    let tokens = TokenList(AccessToken("one"), AccessToken("two"))
    let bench = Bench([.json(401, ""), Self.csvResponse(200)], tokens: tokens)
    try await bench.client.activities.downloadExportedCSV(of: export, to: file)
    #expect(await bench.requests.map { $0.headers["Authorization"] } == ["Bearer one", "Bearer two"])
  }

  @Test func downloadsCountAgainstTheRateLimit() async throws {
    let clock = ManualClock(automatic: true)
    let bench = Bench([], clock: clock) { $0.rateLimit = RateLimit(perDay: 0, time: clock.timeSource) }
    let error = try await failure {
      try await bench.client.activities.downloadExportedCSV(of: export, to: file)
    }
    #expect(error.code == .quotaExceeded)
    #expect(await bench.requests.isEmpty)
  }

  @Test(arguments: [
    (404, ConstantContactError.Code.notFound), (403, .forbidden), (400, .badRequest), (202, .stillProcessing),
  ])
  func errorBodyOfADownloadIsDecoded(status: Int, code: ConstantContactError.Code) async throws {
    let body = #"[{"error_key":"contacts.api.not_found","error_message":"no such export"}]"#
    let bench = Bench([.json(TransportStatus(rawValue: status), body)])
    try Data("before".utf8).write(to: file)
    let error = try await failure {
      try await bench.client.activities.downloadExportedCSV(of: export, to: file)
    }
    #expect(error.code == code)
    if code != .stillProcessing { #expect(error.message.contains("no such export")) }
    #expect(try String(contentsOf: file, encoding: .utf8) == "before")
    #expect(try files() == ["contacts.csv"])
  }

  @Test func missingDirectoryIsAnError() async throws {
    let bench = Bench([Self.csvResponse(200), Self.csvResponse(200)])
    let nowhere = directory.appending(path: "nowhere/contacts.csv")
    let error = try await failure {
      try await bench.client.activities.downloadExportedCSV(of: export, to: nowhere)
    }
    #expect(error.code == .connection && !error.description.contains(directory.path))
    // The file is created before the request, so that no export is fetched in vain.
    #expect(await bench.requests.isEmpty)
    #expect(try files() == [])
  }

  @Test func targetThatCannotBeReplacedIsAnError() async throws {
    try FileManager.default.createDirectory(
      at: file.appending(path: "full"), withIntermediateDirectories: true)
    let bench = Bench([Self.csvResponse(200)])
    let error = try await failure {
      try await bench.client.activities.downloadExportedCSV(of: export, to: file)
    }
    #expect(error.code == .connection)
    #expect(try files() == ["contacts.csv"])
  }
}
