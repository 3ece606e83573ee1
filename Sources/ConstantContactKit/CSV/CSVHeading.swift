/// The heading row of a CSV file: finds columns by their titles.
public struct CSVHeading: Sendable, Hashable {
  /// The titles as the file has them, without surrounding whitespace.
  public let titles: [String]
  /// The line of the heading row.
  public let line: Int
  private let positions: [String: Int]

  /// Creates a heading from the first record of a file.
  public init(_ record: CSVRecord) { self.init(titles: record.fields, line: record.line) }

  /// Creates a heading from titles.
  public init(titles: [String], line: Int = 1) {
    self.titles = titles.map { $0.trimmed ?? "" }
    self.line = line
    positions = Dictionary(self.titles.enumerated().map { (Self.key(for: $1), $0) }, uniquingKeysWith: min)
  }

  /// Returns the form in which titles are compared: lowercase, without whitespace, hyphens and underscores. `E-Mail Address`,
  /// `email_address` and `EmailAddress` have the same key.
  public static func key(for title: String) -> String {
    String(title.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" })
  }

  /// Returns the position of the first column with a title, counted from 0. Titles are compared by ``key(for:)``.
  public func position(of title: String) -> Int? { positions[Self.key(for: title)] }

  /// Checks that every column has a title and that no two have the same.
  ///
  /// - Throws: ``CSVError`` with code `unnamedColumn` or `duplicateColumn`.
  public func requireDistinctTitles() throws(CSVError) {
    for (position, title) in titles.enumerated() {
      let key = Self.key(for: title)
      guard !key.isEmpty else {
        throw CSVError(
          .unnamedColumn, line: line, columnNumber: position + 1, message: "the column has no heading")
      }
      if let first = positions[key], first < position {
        throw CSVError(
          .duplicateColumn, line: line, columnNumber: position + 1, column: title,
          message: "column \(first + 1) has the same heading")
      }
    }
  }

  /// Checks that a record does not have more fields than there are columns. It may have fewer: the others are empty.
  ///
  /// - Throws: ``CSVError`` with code `tooManyFields`.
  public func requireColumns(for record: CSVRecord) throws(CSVError) {
    guard record.count > titles.count else { return }
    throw CSVError(
      .tooManyFields, line: record.line, columnNumber: titles.count + 1,
      message: "the record has \(record.count) fields, the heading row \(titles.count); quote fields with commas")
  }
}
