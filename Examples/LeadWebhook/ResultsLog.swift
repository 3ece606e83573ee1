internal import ExampleSupport
internal import Foundation

/// The results of leads: one file per day, one line per lead. A line is on the disk before its result is reported.
///
/// Lines that arrive while the disk is busy are written together, so that concurrent requests do not wait for each other.
actor ResultsLog {
  private struct Entry {
    let day: String
    let line: Data
    let continuation: CheckedContinuation<Void, any Error>
  }

  private let folder: URL
  private var entries: [Entry] = []
  private var isWriting = false

  init(folder: URL) { self.folder = folder }

  /// Appends a line. Returns when it is on the disk.
  func append(_ result: LoggedResult) async throws {
    let day = Self.day(of: Date(timeIntervalSince1970: result.at))
    let line = Data((JSONLine.text(result) + "\n").utf8)
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      entries.append(Entry(day: day, line: line, continuation: continuation))
      guard !isWriting else { return }
      isWriting = true
      Task { await self.writeAll() }
    }
  }

  /// Returns the lines since a date, and the number of damaged lines.
  nonisolated func load(since date: Date) throws -> (results: [LoggedResult], damaged: Int) {
    var results: [LoggedResult] = []
    var damaged = 0
    for file in try files() where file.day >= Self.day(of: date) {
      guard let data = try? DurableFile.read(file.url, limit: 1 << 30) else {
        damaged += 1
        continue
      }
      for line in data.split(separator: 0x0A) {
        if let result = try? JSONDecoder().decode(LoggedResult.self, from: line), result.isPlausible {
          if result.at >= date.timeIntervalSince1970 { results.append(result) }
        } else {
          damaged += 1
        }
      }
    }
    return (results, damaged)
  }

  /// Removes the files of the days before a date.
  nonisolated func prune(before date: Date) throws {
    for file in try files() where file.day < Self.day(of: date) { try FileManager.default.removeItem(at: file.url) }
  }

  private nonisolated func files() throws -> [(day: String, url: URL)] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { name in
      guard name.hasSuffix(Self.suffix) else { return nil }
      return (String(name.dropLast(Self.suffix.count)), folder.appendingPathComponent(name))
    }
  }

  private func writeAll() async {
    while !entries.isEmpty {
      let batch = entries
      entries = []
      for (day, entries) in Dictionary(grouping: batch, by: \.day) {
        let lines = entries.map(\.line)
        do {
          try await Disk.run { try self.write(lines, on: day) }
          for entry in entries { entry.continuation.resume() }
        } catch {
          for entry in entries { entry.continuation.resume(throwing: error) }
        }
      }
    }
    isWriting = false
  }

  private nonisolated func write(_ lines: [Data], on day: String) throws {
    let path = folder.appendingPathComponent(day + Self.suffix).path
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw DurableFile.Failure("cannot be opened") }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let length = try file.seekToEnd()
    do {
      var bytes = Data()
      if length > 0 {
        // The next line must not be appended to one that was truncated when the process ended.
        try file.seek(toOffset: length - 1)
        if try file.read(upToCount: 1) != Data([0x0A]) { bytes.append(0x0A) }
      }
      for line in lines { bytes += line }
      try file.write(contentsOf: bytes)
      guard fsync(descriptor) == 0 else { throw DurableFile.Failure("cannot be written") }
      if length == 0 { DurableFile.synchronize(folder) }
    } catch {
      try? file.truncate(atOffset: length)
      throw error
    }
  }

  private static let suffix = ".ndjson"

  /// The day in UTC, such as `2025-01-31`.
  private static func day(of date: Date) -> String {
    let seconds = min(max(date.timeIntervalSince1970, LoggedResult.dates.lowerBound), LoggedResult.dates.upperBound - 1)
    return Date(timeIntervalSince1970: seconds).formatted(.iso8601.year().month().day())
  }
}
