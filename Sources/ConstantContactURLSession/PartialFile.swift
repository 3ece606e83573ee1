internal import ConstantContactTransport
internal import Foundation

/// A file being downloaded: written under another name beside its place, and moved there in one step when it is complete.
final class PartialFile: Sendable {
  private let place: URL
  private let temporary: URL
  private let handle: Locked<FileHandle?>

  init(for place: URL) throws {
    self.place = place
    temporary = place.deletingLastPathComponent()
      .appendingPathComponent(".\(place.lastPathComponent).\(UUID().uuidString).part", isDirectory: false)
    // An export is a list of people: nobody but the owner may read it, not even for a moment.
    let isThere = FileManager.default.createFile(
      atPath: temporary.path,
      contents: nil,
      attributes: [.posixPermissions: 0o600]
    )
    guard place.isFileURL, isThere, let handle = FileHandle(forWritingAtPath: temporary.path) else {
      throw TransportError(.fileSystem, delivery: .notSent, message: "the file to download to cannot be created")
    }
    self.handle = Locked(handle)
  }

  /// Adds bytes; none once the file is committed or discarded.
  func write(_ data: Data) throws {
    try handle.withLock { try $0?.write(contentsOf: data) }
  }

  /// Puts the file in its place.
  func commit() throws {
    do {
      try close()
      // `rename` replaces what is there in one step; `FileManager.moveItem` refuses to.
      guard rename(temporary.path, place.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      throw TransportError(
        .fileSystem,
        delivery: .delivered,
        message: "the downloaded file could not be put in its place",
        cause: error
      )
    }
  }

  /// Removes what was written.
  func discard() {
    try? close()
    try? FileManager.default.removeItem(at: temporary)
  }

  private func close() throws {
    try handle.withLock { handle in
      defer { handle = nil }
      try handle?.close()
    }
  }
}
