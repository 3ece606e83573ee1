import Foundation

/// The CPU times of one run, relative to the first line.
struct Table {
  let title: String
  private var lines: [(name: String, seconds: Double)] = []

  init(title: String) { self.title = title }

  /// Runs work twice, the first time to warm up, and records the CPU time of the second run.
  mutating func add(_ name: String, _ work: () async throws -> Void) async {
    do {
      try await work()
      let start = Self.processTime()
      try await work()
      lines.append((name, Self.processTime() - start))
    } catch {
      print("\(name) failed: \(error)")
      exit(1)
    }
  }

  func show(_ calls: Int) {
    print("\n\(title)")
    guard let first = lines.first else { return }
    for line in lines {
      let each = String(format: "%8.2f µs", line.seconds / Double(calls) * 1e6)
      print(each, String(format: "%6.2f×", line.seconds / first.seconds), line.name)
    }
  }

  static func processTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
