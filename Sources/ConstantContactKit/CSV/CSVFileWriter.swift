internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Writes a CSV file that only its owner can read, record by record.
///
/// The records go to a temporary file beside the destination, which replaces the destination when all of them are written. When
/// writing fails, the destination is unchanged and the temporary file is removed.
///
/// ```swift
/// try await CSVFileWriter.write(to: url) { file in
///   try file.append(["email", "state"])
///   for try await contact in client.contacts.list() {
///     try file.append([contact.email?.address ?? "", contact.state.rawValue])
///   }
/// }
/// ```
public final class CSVFileWriter {
  private static let pieceSize = 1 << 16

  private let file: DownloadFile
  private var writer: CSVWriter

  private init(_ file: DownloadFile, _ options: CSVWriter.Options) {
    self.file = file
    writer = CSVWriter(options)
  }

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - url: The file. Its directory must exist. Of a symbolic link, the target is replaced.
  ///   - options: How records are written.
  ///   - body: Appends the records.
  /// - Returns: The result of `body`.
  /// - Throws: ``CSVError`` with code `unwritable`; the errors of `body`.
  public static func write<Result>(
    to url: URL,
    options: CSVWriter.Options = CSVWriter.Options(),
    _ body: (CSVFileWriter) async throws -> Result
  ) async throws -> Result {
    do {
      guard url.isFileURL else { throw CSVError.unwritable }
      let target = try PrivateFile.target(of: url.path(percentEncoded: false))
      let part = URL(filePath: target).deletingLastPathComponent().appending(path: ".\(UUID().uuidString).part")
      try DownloadFile.create(at: part)
      do {
        let file = try DownloadFile(at: part)
        let result = try await file.fill {
          let writer = CSVFileWriter(file, options)
          let result = try await body(writer)
          try writer.flush()
          return result
        }
        try PrivateFile.move(part.path(percentEncoded: false), to: target)
        return result
      } catch {
        DownloadFile.remove(part)
        throw error
      }
    } catch let error as TransportError where error.code == .fileSystem {
      throw CSVError.unwritable
    } catch is PrivateFile.Failure {
      throw CSVError.unwritable
    }
  }

  /// Appends a record.
  ///
  /// - Throws: ``CSVError`` with code `unwritable`.
  public func append(_ fields: some Sequence<some StringProtocol>) throws {
    writer.append(fields)
    if writer.byteCount >= Self.pieceSize { try flush() }
  }

  /// Appends a record that was read.
  ///
  /// - Throws: ``CSVError`` with code `unwritable`.
  public func append(_ record: CSVRecord) throws {
    writer.append(record)
    if writer.byteCount >= Self.pieceSize { try flush() }
  }

  private func flush() throws {
    do {
      try writer.bytes.withUnsafeBytes { try file.write($0) }
    } catch {
      throw CSVError.unwritable
    }
    writer.removeAll()
  }
}
