/// The bytes of a CSV file, piece by piece.
class CSVChunks {
  /// Returns the next bytes, or `nil` at the end.
  func next() async throws -> [UInt8]? { nil }
}

/// Bytes in memory, as one piece.
final class CSVMemoryChunks: CSVChunks {
  private var bytes: [UInt8]?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  override func next() async throws -> [UInt8]? {
    defer { bytes = nil }
    return bytes
  }
}
