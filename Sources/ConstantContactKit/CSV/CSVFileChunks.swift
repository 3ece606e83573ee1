internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The bytes of a file, which is opened when the first of them are read.
final class CSVFileChunks: CSVChunks {
  private static let size = 1 << 17

  private let open: () throws -> OpenedFile
  private var file: OpenedFile?
  private var offset = 0

  init(_ url: URL) {
    open = { try OpenedFile(at: url) }
  }

  init(_ file: OpenedFile) {
    open = { file }
  }

  /// - Throws: ``CSVError`` (`unreadable`), also when the file has become shorter.
  override func next() async throws -> [UInt8]? {
    try Task.checkCancellation()
    do {
      let file = try self.file ?? open()
      self.file = file
      guard offset < file.size else { return nil }
      let piece = [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
        count = file.read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      }
      guard !piece.isEmpty else { throw CSVError.unreadable }
      offset += piece.count
      return piece
    } catch is TransportError {
      throw CSVError.unreadable
    }
  }
}
