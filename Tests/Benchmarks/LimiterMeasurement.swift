import ConstantContactKit
import ConstantContactTesting
import Foundation
import SandboxServer

/// Measures how many requests a server on this machine refuses at full rate, and how many it serves.
///
/// Run it with `swift run -c release benchmarks limiter [seconds] [busy]`. Networks of different jitter are measured at the same time;
/// `busy` keeps all processors busy meanwhile.
struct LimiterMeasurement {
  let seconds: Int
  let isBusy: Bool

  private struct Network {
    var jitter: Duration = .zero
    var returnJitter: Duration = .zero

    var name: String { "jitter \(jitter / .milliseconds(1)) ms out, \(returnJitter / .milliseconds(1)) ms back" }
  }

  private static let networks = [
    Network(), Network(jitter: .milliseconds(5)), Network(jitter: .milliseconds(10)),
    Network(jitter: .milliseconds(20)), Network(jitter: .milliseconds(50)),
    Network(jitter: .milliseconds(50), returnJitter: .milliseconds(50)),
  ]

  func run() async throws {
    print("\(seconds) s at full rate, \(isBusy ? "all processors busy" : "processors idle")")
    if isBusy {
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
        Thread.detachNewThread { while true {} }
      }
    }
    let lines = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (index, network) in Self.networks.enumerated() {
        group.addTask { (index, try await measure(network)) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for line in lines.sorted(by: { $0.0 < $1.0 }) { print(line.1) }
  }

  private func measure(_ network: Network) async throws -> String {
    let fake = FakeConstantContact()
    await fake.acceptAccessToken("t")
    let server = SandboxServer(fake)
    try await server.start()
    guard let url = await server.url else { return "the server does not listen" }
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("t")),
      transport: JitteryTransport(
        base: SystemTransport.shared, jitter: network.jitter, returnJitter: network.returnJitter),
      configuration: ConstantContactConfiguration(baseURL: url.appending(path: "v3")))
    let start = ContinuousClock.now
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          while ContinuousClock.now - start < .seconds(seconds + 1) { _ = try? await client.lists.list().collect() }
        }
      }
    }
    await server.stop()
    let all = await fake.requests
    let first = all.first?.elapsed ?? .zero
    let requests = all.filter { $0.elapsed - first < .seconds(seconds) }
    let refused = requests.count { $0.status == 429 }
    let rate = Double(requests.count - refused) / Double(seconds) / 4 * 100
    let share = Double(refused) / Double(max(1, requests.count)) * 100
    return String(
      format: "%6.2f%% of 4/s served, %5.2f%% refused (%d of %d): %@", rate, share, refused, requests.count,
      network.name)
  }
}
