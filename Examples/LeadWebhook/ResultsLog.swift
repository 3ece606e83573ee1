internal import ConstantContactTransport
internal import Dispatch
internal import ExampleSupport
internal import Foundation

/// What became of leads: a file a day, a line a lead. A line is on the disk before anybody is told of it.
///
/// Lines that come while the disk is busy are written together next, so that many senders do not wait for each other.
final class ResultsLog: Sendable {
  private struct Entry {
    let day: String
    let line: Data
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var entries: [Entry] = []
    var isWriting = false
  }

  private let folder: URL
  private let queue = DispatchQueue(label: "lead-webhook.results")
  private let state = Locked(State())

  init(folder: URL) { self.folder = folder }

  /// Returns when the line is on the disk.
  func append(_ result: LoggedResult) async throws {
    let day = Self.day(of: Date(timeIntervalSince1970: result.at))
    let line = Data((JSONLine.text(result) + "\n").utf8)
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      let isFirst = state.withLock { state in
        state.entries.append(Entry(day: day, line: line, continuation: continuation))
        defer { state.isWriting = true }
        return !state.isWriting
      }
      if isFirst { queue.async { self.writeAll() } }
    }
  }

  /// The lines since a date, and how many could not be read.
  func load(since date: Date) throws -> (results: [LoggedResult], unreadable: Int) {
    var results: [LoggedResult] = []
    var unreadable = 0
    for file in try files() where file.day >= Self.day(of: date) {
      for line in try Data(contentsOf: file.url).split(separator: 0x0A) {
        if let result = try? JSONDecoder().decode(LoggedResult.self, from: line) {
          if result.at >= date.timeIntervalSince1970 { results.append(result) }
        } else {
          unreadable += 1
        }
      }
    }
    return (results, unreadable)
  }

  /// Removes the files of the days before a date.
  func prune(before date: Date) throws {
    for file in try files() where file.day < Self.day(of: date) { try FileManager.default.removeItem(at: file.url) }
  }

  private func files() throws -> [(day: String, url: URL)] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { name in
      guard name.hasSuffix(Self.suffix) else { return nil }
      return (String(name.dropLast(Self.suffix.count)), folder.appendingPathComponent(name))
    }
  }

  private func writeAll() {
    while true {
      let entries = state.withLock { state in
        defer { state.entries = [] }
        if state.entries.isEmpty { state.isWriting = false }
        return state.entries
      }
      if entries.isEmpty { return }
      for (day, entries) in Dictionary(grouping: entries, by: \.day) {
        let outcome = Result { try write(entries.map(\.line), on: day) }
        for entry in entries { entry.continuation.resume(with: outcome) }
      }
    }
  }

  private func write(_ lines: [Data], on day: String) throws {
    let path = folder.appendingPathComponent(day + Self.suffix).path
    let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    let length = try handle.seekToEnd()
    do {
      var bytes = Data()
      if length > 0 {
        // A line that was cut off when the process ended must not take the next one with it.
        try handle.seek(toOffset: length - 1)
        if try handle.read(upToCount: 1) != Data([0x0A]) { bytes.append(0x0A) }
      }
      for line in lines { bytes += line }
      try handle.write(contentsOf: bytes)
      guard fsync(file) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      if length == 0 { syncFolder() }
    } catch {
      try? handle.truncate(atOffset: length)
      throw error
    }
  }

  /// A new file's name is on the disk when its folder is. Some file systems cannot do this.
  private func syncFolder() {
    let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static let suffix = ".ndjson"

  /// The day in UTC, such as `2025-01-31`.
  private static func day(of date: Date) -> String {
    date.formatted(.iso8601.year().month().day())
  }
}
