/// Why the leads could not be read, and where: file, row and column.
///
/// It never holds a value out of the file, so that it may be printed and logged.
public struct InputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, as an open set.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The code's name.
    public let rawValue: String

    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code's name.
    public var description: String { rawValue }

    /// The file cannot be opened or read.
    public static let unreadable = Code(rawValue: "unreadable")
    /// There is nothing in the file, not even a header.
    public static let empty = Code(rawValue: "empty")
    /// The bytes are not UTF-8.
    public static let notUTF8 = Code(rawValue: "notUTF8")
    /// A quoted CSV field has no closing quotation mark.
    public static let unclosedQuote = Code(rawValue: "unclosedQuote")
    /// Something follows the closing quotation mark of a CSV field.
    public static let textAfterQuote = Code(rawValue: "textAfterQuote")
    /// A quotation mark stands in a CSV field that does not start with one.
    public static let strayQuote = Code(rawValue: "strayQuote")
    /// A CSV record has more fields than the header.
    public static let tooManyFields = Code(rawValue: "tooManyFields")
    /// Two columns have the same name.
    public static let duplicateColumn = Code(rawValue: "duplicateColumn")
    /// A column has no name.
    public static let unnamedColumn = Code(rawValue: "unnamedColumn")
    /// Not one of the columns is of use.
    public static let noKnownColumn = Code(rawValue: "noKnownColumn")
    /// The text is not JSON, or not of the form asked for.
    public static let invalidJSON = Code(rawValue: "invalidJSON")
    /// A JSON value is an object or an array.
    public static let nestedValue = Code(rawValue: "nestedValue")
  }

  /// What is wrong.
  public let code: Code
  /// The file's path, or `standard input`.
  public var file: String?
  /// The number of the record, counted from 1 without the header; nil for the header and the file as a whole.
  public var row: Int?
  /// The line of the file on which the record starts, counted from 1; with invalid JSON, the line of the fault.
  public var line: Int?
  /// The number of the column, counted from 1.
  public var columnNumber: Int?
  /// The name of the column as the file writes it, where it is known.
  public var columnName: String?
  /// What is wrong, in words.
  public let message: String

  /// Makes an error.
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

  /// The place and what is wrong there: `leads.csv, row 12 (line 14), column 3 (job_title): …`
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
