internal import ConstantContactResources
public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A CSV file of any size as files that the API's import accepts, each with the heading row. No row is cut.
///
/// The API reads 4 MB and 40,000 lines of a file and drops the rest without an error.
///
/// ```swift
/// let file = CSVReader(file: url)
/// for try await part in CSVImportParts(file, columns: try await ContactColumns(of: file)) {
///   _ = try await client.activities.importCSV(part.data, onto: [newsletter])
/// }
/// ```
///
/// The parts are UTF-8 with commas, whatever the file is. Rows are not checked: ``ContactRows`` does that.
public struct CSVImportParts: AsyncSequence, Sendable {
  /// A file that the import accepts.
  public struct Part: Sendable, Hashable {
    /// The file.
    public let data: Data
    /// The numbers of its rows in the original file, counted from 1 without the heading row. Empty for a file without rows.
    public let rows: Range<Int>
  }

  /// The part.
  public typealias Element = Part

  /// The largest number of bytes in a part, with the default limit of the import: 3,990,000. What remains is for the rest of the
  /// request.
  public static let byteLimit = BulkActivityLimits.importedBytes - 10_000
  /// The largest number of lines in a part, with the heading row: 40,000. Line breaks in quoted fields count.
  public static let lineLimit = BulkActivityLimits.importedContacts

  private let file: CSVReader
  private let columns: ContactColumns?
  private let limits: (bytes: Int, lines: Int)

  /// Creates a sequence.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - columns: What its columns supply: the parts then have the headings of the import, and only the columns that are used. `nil`
  ///     leaves headings and columns unchanged.
  ///   - byteLimit: The largest number of bytes in a part.
  ///   - lineLimit: The largest number of lines in a part, with the heading row.
  public init(
    _ file: CSVReader, columns: ContactColumns? = nil, byteLimit: Int = Self.byteLimit,
    lineLimit: Int = Self.lineLimit
  ) {
    self.file = file
    self.columns = columns
    limits = (byteLimit, lineLimit)
  }

  /// Creates an iterator at the beginning of the file.
  public func makeAsyncIterator() -> Iterator {
    Iterator(records: file.makeAsyncIterator(), columns: columns, limits: limits)
  }

  /// Reads parts.
  public struct Iterator: AsyncIteratorProtocol {
    private var records: CSVReader.Iterator
    private let columns: ContactColumns?
    private let limits: (bytes: Int, lines: Int)
    private var heading: CSVHeading?
    /// The columns that are written, and the heading row.
    private var positions: [Int] = []
    private var headingLine = CSVWriter()
    private var headingLines = 0
    /// The row that did not fit in the previous part.
    private var pending: CSVRecord?
    private var row = 0
    private var isFinished = false

    init(records: CSVReader.Iterator, columns: ContactColumns?, limits: (bytes: Int, lines: Int)) {
      self.records = records
      self.columns = columns
      self.limits = limits
    }

    /// Returns the next part; `nil` after the last. A file without rows has one part, which is the heading row.
    ///
    /// - Throws: ``CSVError``: code `empty`; `tooManyFields` when a row has more fields than the heading row; `recordTooLong` when a
    ///   row does not fit in a part of its own.
    public mutating func next() async throws -> Part? {
      guard !isFinished else { return nil }
      let isFirst = heading == nil
      let heading = try await readHeading()
      var part = headingLine
      var lines = headingLines
      let first = row + 1
      while true {
        var next = pending
        pending = nil
        if next == nil { next = try await records.next() }
        guard let record = next else {
          isFinished = true
          break
        }
        try heading.requireColumns(for: record)
        let start = part.byteCount
        part.append(record, columns: positions)
        lines += part.lineBreaks(from: start)
        if part.byteCount > limits.bytes || lines > limits.lines {
          guard row + 1 > first else { throw tooLong(record) }
          part.truncate(to: start)
          pending = record
          break
        }
        row += 1
      }
      guard isFirst || row >= first else { return nil }
      return Part(data: part.data, rows: first..<row + 1)
    }

    private mutating func readHeading() async throws -> CSVHeading {
      if let heading { return heading }
      guard let record = try await records.next() else { throw CSVError(.empty, message: "the file is empty") }
      let heading = columns?.heading ?? CSVHeading(record)
      if let columns {
        positions = columns.columns.indices.filter { columns.columns[$0] != nil }
        headingLine.append(columns.columns.compactMap { $0?.rawValue })
      } else {
        positions = Array(0..<record.count)
        headingLine.append(record)
      }
      headingLines = headingLine.lineBreaks(from: 0)
      self.heading = heading
      return heading
    }

    private func tooLong(_ record: CSVRecord) -> CSVError {
      CSVError(
        .recordTooLong, line: record.line,
        message: "the row does not fit in an import of \(limits.bytes) bytes and \(limits.lines) lines")
    }
  }
}

extension CSVImportParts.Part: Redacting {
  /// The rows and the size, without the contents.
  public var description: String { "rows \(rows.lowerBound) to \(rows.upperBound - 1), \(data.count) bytes" }
}

extension CSVWriter {
  /// The number of line breaks after a position: CR LF, LF or CR, also in quoted fields.
  fileprivate func lineBreaks(from start: Int) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes[start...] {
      if byte == CSVParser.carriageReturn || byte == CSVParser.lineFeed && previous != CSVParser.carriageReturn {
        count += 1
      }
      previous = byte
    }
    return count
  }
}
