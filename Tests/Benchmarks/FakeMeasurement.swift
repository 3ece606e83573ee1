import ConstantContactKit
import ConstantContactTesting
import Foundation

/// Seeds an account of a million contacts and measures the CPU time of that and of pages of 500, and the memory.
///
/// The goals: seeded in 20 seconds and 2 GB, a page in 10 milliseconds.
struct FakeMeasurement {
  func run() async throws {
    var configuration = FakeConstantContact.Configuration()
    configuration.requestsPerSecond = .max
    configuration.requestsPerDay = .max
    let fake = FakeConstantContact(configuration)
    await fake.acceptAccessToken("t")
    let seeding = await seconds { await fake.seedSampleData(contacts: 1_000_000) }
    print(String(format: "%8.2f s to seed %d contacts", seeding, await fake.contactCount))
    let list = await fake.lists.keys.first ?? ""
    let tail = "&include=custom_fields,list_memberships,taggings,phone_numbers,street_addresses,notes"
    try await pages(fake, "limit=500", "without sub-resources")
    try await pages(fake, "limit=500" + tail, "with all sub-resources")
    try await pages(fake, "limit=500&status=all&lists=\(list)", "of a list")
    try await pages(fake, "limit=500&include_count=true", "with the number of all contacts")
    if let memory = Self.peakMemory { print(String(format: "%8.2f GB at most", memory)) }
  }

  /// Prints the longest and the median time of consecutive pages.
  private func pages(_ fake: FakeConstantContact, _ query: String, _ name: String) async throws {
    var times: [Double] = []
    var target: String? = "/v3/contacts?\(query)"
    while let path = target, times.count < 50 {
      guard let url = URL(string: "https://api.cc.email" + path) else { return }
      let request = TransportRequest(method: .get, url: url, headers: ["Authorization": "Bearer t"])
      var response: TransportResponse?
      times.append(try await seconds { response = try await fake.send(request) })
      let json = try JSONSerialization.jsonObject(with: response?.body ?? Data()) as? [String: Any]
      let links = json?["_links"] as? [String: Any]
      target = (links?["next"] as? [String: Any])?["href"] as? String
    }
    times.sort()
    let (median, longest) = (times[times.count / 2] * 1e3, (times.last ?? 0) * 1e3)
    print(String(format: "%8.2f ms, at most %.2f ms: a page of 500 contacts ", median, longest) + name)
  }

  private func seconds(_ work: () async throws -> Void) async rethrows -> Double {
    let start = Self.processTime()
    try await work()
    return Self.processTime() - start
  }

  /// The CPU time of this process, which other processes do not lengthen.
  private static func processTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The process's largest resident memory in GB, where the system tells it.
  private static var peakMemory: Double? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
    else { return nil }
    return kilobytes / 1e6
  }
}
