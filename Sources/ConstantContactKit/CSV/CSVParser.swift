/// An incremental parser for comma-separated values (RFC 4180).
///
/// Append bytes as they arrive and take the complete records. ``CSVReader`` does both.
///
/// ```swift
/// var parser = CSVParser()
/// parser.append("email,first_name\r\nann@example.com,Ann\r\n".utf8)
/// parser.finish()
/// while let record = try parser.next() { print(record.fields) }
/// ```
///
/// Lines end in CR LF, LF or CR. A quoted field may contain delimiters, line breaks and doubled quotation marks. Empty lines and a
/// byte order mark are skipped. Records may have any number of fields: compare it with that of the heading row.
public struct CSVParser: Sendable {
  /// What the next byte belongs to.
  enum State {
    case fileStart
    case headingStart
    case recordStart
    case fieldStart
    case unquoted
    case quoted
    /// After a quotation mark in a quoted field, which ends the field unless another one follows.
    case quoteInQuoted
  }

  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// The options.
  public let options: CSVOptions
  let recordLimit: Int
  let fieldLimit: Int
  var encoding: CSVOptions.Encoding
  var state = State.fileStart
  /// The bytes that have been appended, and the position of the first that has not been read.
  var chunk: [UInt8] = []
  var position = 0
  var delimiter: UInt8
  var detector = CSVDelimiterDetector()
  /// The number of the current line.
  var line = 1
  /// Whether the last byte was a CR, so that a LF belongs to the same line break.
  var followsCarriageReturn = false

  /// The line on which the record starts.
  var firstLine = 1
  var content: [UInt8] = []
  var ends: [UInt32] = []
  var isFirstRecord = true

  private var isFinished = false
  private var failure: CSVError?

  /// Creates a parser at the beginning of a file.
  public init(_ options: CSVOptions = CSVOptions()) {
    self.options = options
    recordLimit = min(max(options.recordLimit, 1), 1 << 30)
    fieldLimit = min(max(options.fieldLimit, 1), 1_000_000)
    encoding = options.encoding
    delimiter = options.delimiter.byte ?? UInt8(ascii: ",")
  }

  /// Appends the next bytes of the file.
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    if position == chunk.count {
      chunk = Array(bytes)
    } else {
      chunk.removeFirst(position)
      chunk += bytes
    }
    position = 0
  }

  /// Marks the end of the file, so that ``next()`` returns the last record.
  public mutating func finish() { isFinished = true }

  /// Returns the next record; `nil` when more bytes are needed, or at the end of the file.
  ///
  /// - Throws: ``CSVError``, the same on every further call.
  public mutating func next() throws(CSVError) -> CSVRecord? {
    if let failure { throw failure }
    do {
      guard try start() else { return nil }
      if let record = try scan() { return record }
      return isFinished ? try end() : nil
    } catch {
      failure = error
      (chunk, content, ends, position) = ([], [], [], 0)
      throw error
    }
  }

  /// Examines the beginning of the file.
  ///
  /// - Returns: Whether records can be read.
  private mutating func start() throws(CSVError) -> Bool {
    if state == .fileStart {
      let head = chunk[position...].prefix(4)
      guard head.count == 4 || isFinished else { return false }
      if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.contains(0) { throw wideEncoding }
      if head.starts(with: [0xEF, 0xBB, 0xBF]) {
        position += 3
        encoding = .utf8
      }
      state = options.delimiter == .detected ? .headingStart : .recordStart
    }
    if state == .headingStart {
      let isKnown = detector.examine(chunk[position...], limit: recordLimit)
      guard isKnown || isFinished else { return false }
      delimiter = detector.delimiter
      state = .recordStart
    }
    return true
  }

  private mutating func end() throws(CSVError) -> CSVRecord? {
    switch state {
    case .quoted:
      throw located(.unclosedQuote, "the closing quotation mark is missing")
    case .fieldStart, .unquoted, .quoteInQuoted:
      return try record()
    case .fileStart, .headingStart, .recordStart:
      return nil
    }
  }

  /// An error in the current field.
  func located(_ code: CSVError.Code, _ message: String) -> CSVError {
    CSVError(code, line: firstLine, columnNumber: ends.count + 1, message: message)
  }

  var wideEncoding: CSVError {
    CSVError(
      .notUTF8, line: 1,
      message: "the file is encoded in UTF-16 or UTF-32, or is no text; save it as UTF-8 (in Excel: “CSV UTF-8”)")
  }
}
