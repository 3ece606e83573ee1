/// An error in a CSV file, with its location.
///
/// The error contains no value of the file and may be printed and logged. A column's heading appears only in ``column``.
public struct CSVError: Error, Sendable, Hashable {
  /// The kind of error: an open set.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The code's name.
    public let rawValue: String

    /// Creates a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code's name.
    public var description: String { rawValue }

    /// The file cannot be opened or read.
    public static let unreadable = Code(rawValue: "unreadable")
    /// The file cannot be written.
    public static let unwritable = Code(rawValue: "unwritable")
    /// The file has no heading row.
    public static let empty = Code(rawValue: "empty")
    /// The bytes are not UTF-8.
    public static let notUTF8 = Code(rawValue: "notUTF8")
    /// The closing quotation mark of a field is missing.
    public static let unclosedQuote = Code(rawValue: "unclosedQuote")
    /// Text follows the closing quotation mark of a field.
    public static let textAfterQuote = Code(rawValue: "textAfterQuote")
    /// An unquoted field contains a quotation mark.
    public static let strayQuote = Code(rawValue: "strayQuote")
    /// A record is longer than ``CSVOptions/recordLimit``, or than an import file can be.
    public static let recordTooLong = Code(rawValue: "recordTooLong")
    /// A record has more fields than ``CSVOptions/fieldLimit`` or the heading row, or more custom fields than an import takes.
    public static let tooManyFields = Code(rawValue: "tooManyFields")
    /// Two columns have the same heading or supply the same value.
    public static let duplicateColumn = Code(rawValue: "duplicateColumn")
    /// A column has no heading.
    public static let unnamedColumn = Code(rawValue: "unnamedColumn")
    /// No import reads the column.
    public static let unknownColumn = Code(rawValue: "unknownColumn")
    /// No column contains email addresses or numbers for text messages.
    public static let noContactColumn = Code(rawValue: "noContactColumn")
    /// A row is not a contact that can be imported.
    public static let invalidRow = Code(rawValue: "invalidRow")
    /// A file does not fit in one import.
    public static let fileTooLarge = Code(rawValue: "fileTooLarge")
  }

  /// The kind of error.
  public let code: Code
  /// The line on which the record starts, counted from 1.
  public var line: Int?
  /// The number of the field in the record, counted from 1.
  public var columnNumber: Int?
  /// The heading of the column, as the file has it.
  public var column: String?
  /// What is wrong and what to do, as a sentence without a capital letter and a full stop.
  public let message: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - code: The kind of error.
  ///   - line: The line on which the record starts, counted from 1.
  ///   - columnNumber: The number of the field, counted from 1.
  ///   - column: The heading of the column.
  ///   - message: What is wrong and what to do; no value of the file.
  public init(
    _ code: Code, line: Int? = nil, columnNumber: Int? = nil, column: String? = nil, message: String
  ) {
    self.code = code
    self.line = line
    self.columnNumber = columnNumber
    self.column = column
    self.message = message
  }

  static let unreadable = CSVError(
    .unreadable, message: "the file cannot be read: check that it exists, is a regular file, and is readable")

  static let unwritable = CSVError(
    .unwritable,
    message: "the file cannot be written: check that its directory exists and is writable, and that space is left")
}

extension CSVError: CustomStringConvertible {
  /// The location and the message: `line 14, column 3: …`
  public var description: String {
    let place = [line.map { "line \($0)" }, columnNumber.map { "column \($0)" }].compactMap(\.self)
    return place.isEmpty ? message : place.joined(separator: ", ") + ": " + message
  }
}
