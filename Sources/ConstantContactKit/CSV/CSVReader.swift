internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The records of a CSV file, read as they are needed, at constant memory.
///
/// ```swift
/// for try await record in CSVReader(file: url) {
///   print(record.line, record[0] ?? "")
/// }
/// ```
///
/// The first record is the heading row, if the file has one. ``ContactRows`` reads the others as contacts. See ``CSVParser`` for
/// the format, and ``CSVOptions`` for delimiters, encodings and limits.
public struct CSVReader: AsyncSequence, Sendable {
  /// A record.
  public typealias Element = CSVRecord

  /// The options.
  public let options: CSVOptions
  private let chunks: @Sendable () -> CSVChunks

  /// Creates a reader of a file. Each iteration opens the file again.
  ///
  /// - Parameters:
  ///   - file: A regular file. It must not change while it is read.
  ///   - options: The options.
  public init(file: URL, options: CSVOptions = CSVOptions()) {
    self.init(options: options) { CSVFileChunks(file) }
  }

  /// Creates a reader of bytes in memory.
  public init(_ data: Data, options: CSVOptions = CSVOptions()) {
    self.init(options: options) { CSVMemoryChunks(Array(data)) }
  }

  /// Creates a reader of bytes that arrive in pieces, such as those of a network response or of standard input.
  ///
  /// - Parameters:
  ///   - pieces: The bytes. They can be read more than once only if the sequence can.
  ///   - options: The options.
  public init<Pieces: AsyncSequence & Sendable>(_ pieces: Pieces, options: CSVOptions = CSVOptions())
  where Pieces.Element: Sequence<UInt8> & Sendable {
    self.init(options: options) { CSVSequenceChunks(pieces) }
  }

  init(options: CSVOptions, chunks: @escaping @Sendable () -> CSVChunks) {
    self.options = options
    self.chunks = chunks
  }

  /// Creates an iterator at the beginning of the file.
  public func makeAsyncIterator() -> Iterator { Iterator(parser: CSVParser(options), chunks: chunks()) }

  /// Reads records.
  public struct Iterator: AsyncIteratorProtocol {
    private var parser: CSVParser
    private let chunks: CSVChunks
    private var isFinished = false

    init(parser: CSVParser, chunks: CSVChunks) {
      self.parser = parser
      self.chunks = chunks
    }

    /// Returns the next record; `nil` after the last.
    ///
    /// - Throws: ``CSVError``; `CancellationError`; errors of the sequence that delivers the bytes.
    public mutating func next() async throws -> CSVRecord? {
      while true {
        if let record = try parser.next() { return record }
        if isFinished { return nil }
        if let bytes = try await chunks.next() {
          parser.append(bytes)
        } else {
          parser.finish()
          isFinished = true
        }
      }
    }
  }
}
