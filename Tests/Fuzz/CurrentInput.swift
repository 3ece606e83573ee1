import Foundation

/// The file that holds the input being run, so that it survives a trap: a line with the target's name, then the bytes.
final class CurrentInput: Sendable {
  private let path: String
  private let descriptor: CInt

  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  deinit { close(descriptor) }

  func write(_ target: String, _ input: [UInt8]) {
    let bytes = Array("\(target)\n".utf8) + input
    bytes.withUnsafeBytes { _ = pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    ftruncate(descriptor, off_t(bytes.count))
  }

  /// Copies the file beside itself and returns the copy's path.
  func keep() -> String {
    let copy = "\(path).unexpected"
    try? FileManager.default.removeItem(atPath: copy)
    try? FileManager.default.copyItem(atPath: path, toPath: copy)
    return copy
  }

  static func read(_ path: String) throws -> (target: String, input: [UInt8]) {
    let data = try Data(contentsOf: URL(filePath: path))
    let parts = data.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    return (String(decoding: parts[0], as: UTF8.self), parts.count > 1 ? Array(parts[1]) : [])
  }
}
