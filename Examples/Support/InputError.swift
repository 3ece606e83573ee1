/// An error in a file of leads, with its location.
///
/// The error contains no value of the file and may be printed and logged.
public struct InputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// An error code.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The code's name.
    public let rawValue: String

    /// Creates a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code's name.
    public var description: String { rawValue }

    /// The file cannot be opened or read, or is too large.
    public static let unreadable = Code(rawValue: "unreadable")
    /// The file is empty.
    public static let empty = Code(rawValue: "empty")
    /// The bytes are not UTF-8.
    public static let notUTF8 = Code(rawValue: "notUTF8")
    /// The closing quotation mark of a CSV field is missing.
    public static let unclosedQuote = Code(rawValue: "unclosedQuote")
    /// Text follows the closing quotation mark of a CSV field.
    public static let textAfterQuote = Code(rawValue: "textAfterQuote")
    /// An unquoted CSV field contains a quotation mark.
    public static let strayQuote = Code(rawValue: "strayQuote")
    /// A CSV record has more fields than the heading row, or a file has too many columns.
    public static let tooManyFields = Code(rawValue: "tooManyFields")
    /// Two columns have the same heading.
    public static let duplicateColumn = Code(rawValue: "duplicateColumn")
    /// A column has no heading.
    public static let unnamedColumn = Code(rawValue: "unnamedColumn")
    /// No column contains an email address.
    public static let noEmailColumn = Code(rawValue: "noEmailColumn")
    /// The text is not JSON, or not of the expected form.
    public static let invalidJSON = Code(rawValue: "invalidJSON")
    /// A JSON value is an object or an array.
    public static let nestedValue = Code(rawValue: "nestedValue")
  }

  /// The error code.
  public let code: Code
  /// The file's path, or `standard input`.
  public var file: String?
  /// The number of the record, counted from 1 without the heading row; `nil` for errors of the heading row or the file.
  public var row: Int?
  /// The line on which the record starts, counted from 1; the line of the error in invalid JSON.
  public var line: Int?
  /// The number of the column, counted from 1.
  public var columnNumber: Int?
  /// The heading of the column, when it is known.
  public var columnName: String?
  /// A description of the error.
  public let message: String

  /// Creates an error.
  public init(
    _ code: Code,
    file: String? = nil,
    row: Int? = nil,
    line: Int? = nil,
    columnNumber: Int? = nil,
    columnName: String? = nil,
    message: String
  ) {
    self.code = code
    self.file = file
    self.row = row
    self.line = line
    self.columnNumber = columnNumber
    self.columnName = columnName
    self.message = message
  }

  /// The location and the message: `leads.csv, row 12 (line 14), column 3 (job_title): …`
  public var description: String {
    var place: [String] = []
    if let file { place.append(file) }
    switch (row, line) {
    case (let row?, let line?): place.append("row \(row) (line \(line))")
    case (let row?, nil): place.append("row \(row)")
    case (nil, let line?): place.append("line \(line)")
    case (nil, nil): break
    }
    switch (columnNumber, columnName) {
    case (let number?, let name?): place.append("column \(number) (\(DisplayText.oneLine(name)))")
    case (let number?, nil): place.append("column \(number)")
    case (nil, let name?): place.append("column \(DisplayText.oneLine(name))")
    case (nil, nil): break
    }
    return place.isEmpty ? message : place.joined(separator: ", ") + ": " + message
  }
}
