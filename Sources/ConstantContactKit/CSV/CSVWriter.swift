public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Writes comma-separated values (RFC 4180) into memory. ``CSVFileWriter`` writes a file.
///
/// ```swift
/// var writer = CSVWriter()
/// writer.append(["email", "first_name"])
/// writer.append(["ann@example.com", "Ann"])
/// let file = writer.data
/// ```
///
/// Lines end in CR LF, and the text is UTF-8 without a byte order mark. A field is quoted only when it has to be. ``CSVReader`` reads
/// back exactly the fields that were written, unless formulas were guarded against.
public struct CSVWriter: Sendable {
  /// How records are written.
  public struct Options: Sendable, Hashable {
    /// The character between fields; a comma. `detected` means a comma, too.
    public var delimiter = CSVOptions.Delimiter.comma
    /// Whether fields that a spreadsheet would run as a formula start with an apostrophe; `false`. These are the fields that
    /// start with `=`, `+`, `-`, `@`, a tab or a line break.
    ///
    /// Use it for files that people open in a spreadsheet, and not for files that programs read: phone numbers such as `+1 508…`
    /// get the apostrophe, too.
    public var guardsAgainstFormulas = false

    /// Creates the default options.
    public init() {}
  }

  /// The options.
  public let options: Options
  /// The written bytes.
  private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8

  /// Creates a writer without any records.
  public init(_ options: Options = Options()) {
    self.options = options
    delimiter = options.delimiter.byte ?? UInt8(ascii: ",")
  }

  /// The written records.
  public var data: Data { Data(bytes) }

  /// The number of bytes in the written records.
  public var byteCount: Int { bytes.count }

  /// Appends a record. A record without fields is written as one empty field, since a line must not be empty.
  public mutating func append(_ fields: some Sequence<some StringProtocol>) {
    var count = 0
    for field in fields {
      if count > 0 { bytes.append(delimiter) }
      count += 1
      // Strings of Objective-C have no contiguous storage.
      if field.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
        Array(field.utf8).withUnsafeBufferPointer { append($0) }
      }
    }
    endRecord(count)
  }

  /// Appends a record that was read.
  public mutating func append(_ record: CSVRecord) { append(record, columns: Array(0..<record.count)) }

  /// Appends some fields of a record; empty ones where it has none.
  mutating func append(_ record: CSVRecord, columns: [Int]) {
    record.bytes.withUnsafeBufferPointer { all in
      for (count, column) in columns.enumerated() {
        if count > 0 { bytes.append(delimiter) }
        if let range = record.range(of: column) { append(UnsafeBufferPointer(rebasing: all[range])) }
      }
    }
    endRecord(columns.count)
  }

  /// Removes the written records, for the next ones.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Removes the bytes after a position: the last record.
  mutating func truncate(to count: Int) { bytes.removeLast(max(0, bytes.count - count)) }

  private mutating func endRecord(_ count: Int) {
    // An empty line would be no record, and nothing but this record begins after a line break or at the start.
    let isEmptyLine = count <= 1 && (bytes.isEmpty || bytes.last == CSVParser.lineFeed)
    if isEmptyLine { bytes += [CSVParser.quote, CSVParser.quote] }
    bytes += [CSVParser.carriageReturn, CSVParser.lineFeed]
  }

  private mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    let isFormula = options.guardsAgainstFormulas && Self.startsFormula(field.first)
    guard isFormula || needsQuotes(field) else {
      bytes.append(contentsOf: field)
      return
    }
    bytes.append(CSVParser.quote)
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in field {
      if byte == CSVParser.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(CSVParser.quote)
  }

  /// Whether the field contains a delimiter, a quotation mark or a line break, or could be taken for a byte order mark.
  private func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    if field.first == 0xEF, field.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
    return field.contains { byte in
      byte < 0x3C
        && (byte == delimiter || byte == CSVParser.quote || byte == CSVParser.lineFeed
          || byte == CSVParser.carriageReturn)
    }
  }

  private static func startsFormula(_ byte: UInt8?) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      CSVParser.lineFeed, CSVParser.carriageReturn:
      true
    default: false
    }
  }
}

extension CSVWriter: Redacting {
  /// The size, without the fields.
  public var description: String { "CSVWriter(\(byteCount) bytes)" }
}
