import ConstantContactKit
import ConstantContactTesting
import Foundation
import ScriptedServer

#if AsyncHTTPClient
import ConstantContactAsyncHTTPClient
#endif

/// Measures the transports beside each other: CPU time per call, memory and descriptors over many calls, cancellations.
///
/// Run it with `swift run -c release benchmarks transports [calls]`. The server is a process of its own, whose CPU time is not
/// counted.
struct TransportMeasurement {
  let calls: Int

  /// Serves until the process is ended.
  static func serve() async throws {
    let server = RawServer()
    let body = InstantTransport.body
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
    let response = Data(head.utf8) + body
    let url = try await server.start { $0.target == "/hang" ? [.hang] : [.send(response)] }
    FileHandle.standardOutput.write(Data("\(url)\n".utf8))
    try await ContinuousClock().sleep(for: .seconds(3_600))
  }

  func run() async throws {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["transports-server"]
    process.standardOutput = output
    try process.run()
    defer { process.terminate() }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let base = URL(string: line.trimmingCharacters(in: .whitespacesAndNewlines)) else { return }

    print("CPU time per call, sequential, \(calls / 20) calls in each of 5 rounds")
    var transports: [(name: String, transport: any HTTPTransport)] = [("URLSession", URLSessionTransport.shared)]
    #if os(Linux)
    transports.append(("libcurl \(CurlTransport.libraryVersion ?? "")", CurlTransport.shared))
    #endif
    #if AsyncHTTPClient
    transports.append(("AsyncHTTPClient", AsyncHTTPClientTransport.shared))
    #endif
    let request = TransportRequest(method: .get, url: base.appending(path: "contact"))
    for round in 0...5 {
      for (name, transport) in transports {
        let start = Table.processTime()
        for _ in 0..<(calls / 20) { _ = try await transport.send(request) }
        let each = (Table.processTime() - start) / Double(calls / 20) * 1e6
        if round > 0 { print(String(format: "%8.1f µs  %@", each, name)) }
      }
    }
    for (name, transport) in transports {
      print("\(name): \(calls) calls, 8 at a time")
      for _ in 0..<4 {
        try await concurrently(calls / 32) { _ = try await transport.send(request) }
        print("  \(Self.memory()) MB, \(Self.descriptors()) descriptors")
      }
    }
    var hanging = request
    hanging.url = base.appending(path: "hang")
    for (name, transport) in transports {
      let latencies = Latencies()
      try await concurrently(max(1, calls / 40)) { [hanging] in
        let call = Task { try await transport.send(hanging) }
        try await ContinuousClock().sleep(for: .milliseconds(1))
        let start = ContinuousClock.now
        call.cancel()
        _ = await call.result
        await latencies.add(ContinuousClock.now - start)
      }
      print("\(name): \(await latencies.summary); \(Self.memory()) MB, \(Self.descriptors()) descriptors")
    }
  }

  /// Runs work the given number of times in each of 8 tasks.
  private func concurrently(_ count: Int, _ work: @escaping @Sendable () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { for _ in 0..<count { try await work() } }
      }
      try await group.waitForAll()
    }
  }

  private actor Latencies {
    private var all: [Duration] = []

    func add(_ latency: Duration) { all.append(latency) }

    var summary: String {
      let sorted = all.sorted()
      guard let last = sorted.last else { return "no cancellations" }
      return "\(all.count) cancellations, median \(sorted[all.count / 2]), slowest \(last)"
    }
  }

  /// The resident memory, in MB.
  private static func memory() -> Int {
    let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4_096 / 1_000_000 : 0
  }

  private static func descriptors() -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
  }
}
