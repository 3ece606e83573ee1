internal import ConstantContactCore
internal import ConstantContactTransport

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The manifest of an import: a file of lines that is only appended to, or nothing.
///
/// A line is durable before the step that it announces. A last line without its end is of a process that stopped while writing it, before
/// that step: it is removed. The caller holds a lock on the file.
final class ImportJournal: Sendable {
  private static let magic = "ConstantContactKit bulk import 1\n"
  /// The verdicts of a million rows that alternate take 2 MB.
  private static let maximumBytes = 256 << 20

  private let descriptor: CInt?
  private let hook: (@Sendable (Bool) throws -> Void)?
  /// The records that the file had when it was opened.
  let records: [ImportRecord]

  /// Opens or creates a manifest.
  ///
  /// - Throws: ``ManifestFailure`` or `PrivateFile.Failure` when the file cannot be used or is not a manifest.
  init(at url: URL?, hook: (@Sendable (Bool) throws -> Void)?) throws {
    self.hook = hook
    guard let url else {
      (descriptor, records) = (nil, [])
      return
    }
    let path = url.path(percentEncoded: false)
    try PrivateFile.makeDirectory(of: path)
    let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0o600)
    guard file >= 0 else { throw Self.failure("could not be opened") }
    do {
      records = try Self.read(file)
    } catch {
      close(file)
      throw error
    }
    descriptor = file
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Writes a record. It is durable when this returns.
  func append(_ record: ImportRecord) throws {
    try hook?(false)
    if let descriptor {
      try Self.write(try JSONCoding.body(record).data() + Data("\n".utf8), to: descriptor)
    }
    try hook?(true)
  }

  private static func read(_ file: CInt) throws -> [ImportRecord] {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ManifestFailure(description: "could not be read: it is not a regular file")
    }
    guard status.st_size <= maximumBytes else { throw damaged }
    let data = try contents(of: file)
    guard data.starts(with: magic.utf8) else {
      // A process may have stopped while it wrote the first line.
      guard magic.utf8.starts(with: data) else {
        throw ManifestFailure(description: "is another file: choose a new path")
      }
      guard ftruncate(file, 0) == 0 else { throw failure("could not be written") }
      try write(Data(magic.utf8), to: file)
      return []
    }
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    // Text ends with a line end, so the last part is what follows it.
    if let tail = lines.last, !tail.isEmpty {
      guard ftruncate(file, off_t(data.count - tail.count)) == 0, fsync(file) == 0 else {
        throw failure("could not be written")
      }
    }
    return try lines.dropFirst().dropLast().map { line in
      guard let record: ImportRecord = try? JSONCoding.decode(Data(line)) else { throw damaged }
      return record
    }
  }

  private static func contents(of file: CInt) throws -> Data {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while data.count <= maximumBytes {
      let count = Self.systemRead(file, &buffer)
      if count == 0 { return data }
      if count > 0 {
        data.append(contentsOf: buffer[0..<count])
      } else if errno != EINTR {
        throw failure("could not be read")
      }
    }
    throw damaged
  }

  private static func systemRead(_ file: CInt, _ buffer: inout [UInt8]) -> Int {
    buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Darwin)
      Darwin.read(file, bytes.baseAddress, bytes.count)
      #elseif canImport(Glibc)
      Glibc.read(file, bytes.baseAddress, bytes.count)
      #else
      Musl.read(file, bytes.baseAddress, bytes.count)
      #endif
    }
  }

  private static func write(_ data: Data, to file: CInt) throws {
    try data.withUnsafeBytes { try PrivateFile.writeAll($0, to: file) }
    guard fsync(file) == 0 else { throw failure("could not be written") }
  }

  static let damaged = ManifestFailure(description: "is damaged: it cannot be continued")

  private static func failure(_ what: String) -> ManifestFailure {
    ManifestFailure(description: "\(what): errno \(errno)")
  }
}
