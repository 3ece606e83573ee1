#if os(Linux)
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The body of a request, read piece by piece.
enum CurlRequestBody: Sendable {
  case bytes(Data)
  case file(OpenedFile)

  init?(_ body: TransportBody?) throws {
    switch body {
    case nil: return nil
    case .bytes(let data): self = .bytes(data)
    case .file(let url): self = .file(try OpenedFile(at: url))
    }
  }

  var size: Int {
    switch self {
    case .bytes(let data): data.count
    case .file(let file): file.size
    }
  }

  /// Returns the number of bytes copied; zero when a file changed.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    switch self {
    case .bytes(let data):
      let piece = data.dropFirst(offset).prefix(buffer.count)
      piece.copyBytes(to: buffer)
      return piece.count
    case .file(let file): return file.read(into: buffer, at: offset)
    }
  }
}
#endif
