import ConstantContactKit
import ConstantContactTesting
import Foundation
import ScriptedServer

/// Measures the reading of a large export, and of a large account by page: memory, and rows per second.
///
/// Run it with `swift run -c release benchmarks export [rows] [--with-python]`. Each reading runs in a process of its own, whose peak
/// memory is compared with that of reading 1,000 rows; the server is another process. With `--with-python`, Python's csv module reads the same
/// file.
struct ExportMeasurement {
  let rows: Int
  let withPython: Bool

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "export-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var peaks: [String: [Double]] = [:]
    for count in [1_000, rows] {
      let file = folder.appending(path: "\(count).csv")
      try await Self.write(count, to: file)
      let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
      print(String(format: "%d rows, %.1f MB", count, Double(size) / 1e6))
      let server = try Child(["export-server", file.path, "\(count)"])
      let url = try server.line()
      for (mode, name) in [("export", "export over HTTP, typed contacts"), ("save", "export over HTTP, saved to disk")]
      {
        peaks[name, default: []].append(try Self.report(name, try Child(["export-client", mode, url]).line(), count))
      }
      server.end()
      for (mode, name) in [("file", "file, two fields of each row"), ("all", "file, all fields of each row")] {
        peaks[name, default: []].append(
          try Self.report(name, try Child(["export-client", mode, file.path]).line(), count))
      }
      if withPython { try Self.report("Python's csv module, all fields", try Self.python(file), count) }
      let name = "pages of 500 contacts"
      peaks[name, default: []].append(
        try Self.report(name, try Child(["export-client", "pages", "\(count)"]).line(), count))
    }
    for (name, values) in peaks.sorted(by: { $0.key < $1.key }) where values.count == 2 {
      print(String(format: "%+7.1f MB at %d rows against 1,000: ", values[1] - values[0], rows) + name)
    }
  }

  /// Prints a line of a child, `rows seconds megabytes`, and returns the megabytes.
  @discardableResult
  private static func report(_ name: String, _ line: String, _ rows: Int) throws -> Double {
    let fields = line.split(separator: " ").compactMap { Double($0) }
    guard fields.count == 3, Int(fields[0]) == rows else { throw Failure(description: "\(name): \(line)") }
    print(String(format: "%10.0f rows/s of CPU time, %6.1f MB: ", fields[0] / max(fields[1], 1e-9), fields[2]) + name)
    return fields[2]
  }

  private static func python(_ file: URL) throws -> String {
    let script = """
      import csv, resource, sys, time
      rows, start = -1, time.process_time()
      with open(sys.argv[1], newline="", encoding="utf-8") as file:
          for row in csv.reader(file): rows += 1
      peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
      print(rows, time.process_time() - start, peak)
      """
    return try Child(["python3", "-c", script, file.path], executable: "/usr/bin/env").line()
  }

  /// Writes an export with the columns that the fake writes, without holding it in memory.
  private static func write(_ rows: Int, to file: URL) async throws {
    try await CSVFileWriter.write(to: file) { file in
      try file.append([
        "Contact ID", "Email address", "First name", "Last name", "Company", "Job title", "Email Lists", "Tags",
        "Phone",
        "Notes", "Street address", "City", "State", "Zip code", "Country", "Created At", "Updated At", "Email status",
        "Email permission status", "Shoe size",
      ])
      for row in 0..<rows {
        let number = String(format: "%012d", row)
        try file.append([
          "5a5ef1f0-0000-4000-8000-\(number)", "contact\(row)@example.com", "Zoë", "O'Neil \(row)", "Example, Inc.",
          "Engineer", "Newsletter, Customers", "VIP", "+1 508 555 0100", row % 50 == 0 ? "First \"line\"\nsecond" : "",
          "\(row) Main Street", "Boston", "MA", "02110", "USA", "2026-04-28T21:46:22Z", "2026-04-28T21:46:22Z",
          "Active",
          "implicit", "42",
        ])
      }
    }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }
}

extension ExportMeasurement {
  private static let id = "5a5ef1f0-0000-4000-8000-000000000001"

  /// Serves a file as an export until the process is ended.
  static func serve(_ path: String, _ rows: Int) async throws {
    let content = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    let activity = Data(
      """
      {"activity_id":"\(id)","state":"completed","percent_done":100,"created_at":"2026-04-28T21:46:22Z",\
      "status":{"items_total_count":\(rows),"items_completed_count":\(rows)}}
      """.utf8)
    @Sendable func head(_ type: String, _ length: Int) -> Data {
      Data("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: \(length)\r\n\r\n".utf8)
    }
    let server = RawServer()
    let url = try await server.start { request in
      guard request.target.contains("contact_exports") else {
        return [.send(head("application/json", activity.count) + activity)]
      }
      let pieces = stride(from: 0, to: content.count, by: 1 << 16)
        .map { TransportConformance.Step.send(content[$0..<min($0 + 1 << 16, content.count)]) }
      return [.send(head("text/csv", content.count))] + pieces
    }
    FileHandle.standardOutput.write(Data("\(url)/v3\n".utf8))
    try await ContinuousClock().sleep(for: .seconds(3_600))
  }

  /// Reads in this process and prints rows, seconds of CPU time, and peak memory in MB.
  static func read(_ mode: String, _ source: String) async throws {
    var rows = 0
    let start = Table.processTime()
    switch mode {
    case "export", "save":
      guard let url = URL(string: source) else { return }
      let configuration = ConstantContactConfiguration(
        baseURL: url, rateLimit: RateLimit(perSecond: 1_000_000, perDay: .max))
      let client = ConstantContact(tokens: StaticTokenProvider(AccessToken("t")), configuration: configuration)
      let contacts = ContactExporter(client).contacts(of: BulkActivityID(id))
      if mode == "save" {
        let file = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        rows = try await contacts.save(to: file).contacts
      } else {
        for try await contact in contacts where contact.email != nil && contact.firstName != nil { rows += 1 }
      }
    case "pages":
      let configuration = ConstantContactConfiguration(rateLimit: RateLimit(perSecond: 1_000_000, perDay: .max))
      let client = ConstantContact(
        tokens: StaticTokenProvider(AccessToken("t")), transport: PageTransport(contacts: Int(source) ?? 0),
        configuration: configuration)
      for try await contact in client.contacts.list() where contact.email != nil { rows += 1 }
    default:
      rows = -1
      for try await record in CSVReader(file: URL(fileURLWithPath: source)) {
        if mode == "all" { _ = record.fields } else { _ = (record[1], record[2]) }
        rows += 1
      }
    }
    print(rows, Table.processTime() - start, Child.peakMemory)
  }
}

/// A transport that generates pages of 500 contacts.
private struct PageTransport: HTTPTransport {
  let contacts: Int

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let items = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems ?? []
    let first = items.first { $0.name == "cursor" }.flatMap { Int($0.value ?? "") } ?? 0
    let end = min(first + 500, contacts)
    let page = (first..<end).map { number in
      String(decoding: InstantTransport.body, as: UTF8.self)
        .replacing(InstantTransport.id, with: "5a5ef1f0-0000-4000-8000-" + String(format: "%012d", number))
    }
    let links = end < contacts ? #","_links":{"next":{"href":"/v3/contacts?cursor=\#(end)"}}"# : ""
    let body = "{\"contacts\":[" + page.joined(separator: ",") + "]" + links + "}"
    return TransportResponse(status: 200, headers: ["Content-Type": "application/json"], body: Data(body.utf8))
  }
}
