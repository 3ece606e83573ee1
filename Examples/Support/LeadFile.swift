internal import ConstantContactKit

/// A file of leads in any ``LeadFormat``.
public struct LeadFile: Sendable, Hashable {
  /// The name of the file for messages: its path, or `standard input`.
  public let name: String
  /// The detected format.
  public let format: LeadFormat
  /// The columns in the order of the CSV heading row, or of their first appearance in JSON.
  public let columns: [LeadColumn]
  /// The rows in the order of the file.
  public let rows: [LeadRow]

  /// Reads a file or standard input.
  ///
  /// - Parameter path: A path, or `-` for standard input.
  /// - Throws: ``InputError``.
  public init(path: String) throws {
    try self.init(bytes: try InputBytes.read(path: path), name: InputBytes.name(of: path))
  }

  /// Reads CSV, a JSON array or NDJSON.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - name: The name of the content for messages.
  /// - Throws: ``InputError``.
  public init(bytes: [UInt8], name: String) throws {
    self.name = name
    format = LeadFormat(detecting: bytes)
    switch format {
    case .csv:
      let table = try CSVTable(parsing: bytes, file: name)
      columns = table.columns
      rows = table.records.enumerated().map { index, record in
        // The parser rejects columns with the same key.
        let pairs = zip(table.columns, record.fields).map { ($0.key, $1) }
        return LeadRow(row: index + 1, line: record.line, fields: Dictionary(uniqueKeysWithValues: pairs))
      }
    case .json, .ndjson:
      (columns, rows) = try Self.table(of: bytes, form: format == .ndjson ? .lines : .array, name: name)
    }
  }

  /// Reads a JSON object, or an array of objects: the body of a request.
  ///
  /// - Parameters:
  ///   - body: The content.
  ///   - name: The name of the content for messages.
  /// - Throws: ``InputError``.
  public init(body: [UInt8], name: String = "the body") throws {
    self.name = name
    format = .json
    (columns, rows) = try Self.table(of: body, form: .arrayOrObject, name: name)
  }

  private static func table(
    of bytes: [UInt8],
    form: JSONRowReader.Form,
    name: String
  ) throws -> (columns: [LeadColumn], rows: [LeadRow]) {
    let records = try JSONRowReader.read(bytes, form: form, file: name)
    var columns: [LeadColumn] = []
    var seen: Set<String> = []
    for column in records.lazy.flatMap(\.columns) where seen.insert(column.key).inserted { columns.append(column) }
    return (columns, records.enumerated().map { LeadRow(row: $0 + 1, line: $1.line, fields: $1.fields) })
  }

  /// Returns the columns that supply neither a ``LeadField`` nor a custom field.
  ///
  /// - Parameter used: The headings of columns that supply custom fields.
  public func unusedColumns(except used: some Sequence<String> = []) -> [LeadColumn] {
    let keys = Set(used.map(LeadColumn.key(for:)))
    return columns.filter { LeadField(heading: $0.title) == nil && !keys.contains($0.key) }
  }

  /// Returns one line for each column that is unused or that shares a field with another one.
  ///
  /// - Parameter used: The headings of columns that supply custom fields.
  public func notices(except used: some Sequence<String> = []) -> [String] {
    let unused = unusedColumns(except: used).map { column in
      let why = LeadField.ambiguity(of: column.key).map { "ambiguous (\($0))" } ?? "unknown"
      return "\(name): the column “\(DisplayText.oneLine(column.title))” is \(why) and not used"
    }
    let shared = LeadField.allCases.flatMap { field in
      let sources = field.keys.compactMap { key in columns.first { $0.key == key } }
      return sources.dropFirst().map { column in
        "\(name): the column “\(DisplayText.oneLine(column.title))” is used for `\(field.rawValue)` only where "
          + "“\(DisplayText.oneLine(sources[0].title))” is empty"
      }
    }
    return unused + shared
  }

  /// Checks that a column contains email addresses. A CSV file without a heading row has none, and its first lead would
  /// be mistaken for headings.
  ///
  /// - Throws: ``InputError`` (`noEmailColumn`), unless the file has no columns at all.
  public func requireEmailColumn() throws {
    let fields = columns.compactMap { LeadField(heading: $0.title) }
    guard !columns.isEmpty, !fields.contains(where: LeadField.emails.contains) else { return }
    throw InputError(
      .noEmailColumn,
      file: name,
      line: format == .csv ? 1 : nil,
      message: "no column contains email addresses; name it `email`, `work_email` or `personal_email`"
        + (format == .csv ? ", and check that the first line has the headings" : "")
    )
  }
}
