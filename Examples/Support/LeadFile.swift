/// A file of leads: its columns and its rows, whatever its format.
public struct LeadFile: Sendable, Hashable {
  /// What to call the file in messages: its path, or `standard input`.
  public let name: String
  /// The format that the content told.
  public let format: LeadFormat
  /// The columns: those of a CSV header in its order, those of JSON objects in the order of their first appearance.
  public let columns: [LeadColumn]
  /// The rows, in the order of the file.
  public let rows: [LeadRow]

  /// Reads a file, or standard input.
  ///
  /// - Parameter path: A path, or `-` for standard input.
  /// - Throws: ``InputError``.
  public init(path: String) throws {
    try self.init(bytes: try InputBytes.read(path: path), name: InputBytes.name(of: path))
  }

  /// Reads content that is at hand.
  ///
  /// - Parameters:
  ///   - bytes: The content: CSV, a JSON array, or NDJSON, as ``LeadFormat/init(detecting:)`` tells.
  ///   - name: What to call it in messages.
  /// - Throws: ``InputError``.
  public init(bytes: [UInt8], name: String) throws {
    self.name = name
    format = LeadFormat(detecting: bytes)
    switch format {
    case .csv:
      let table = try CSVParser.parse(bytes, file: name)
      columns = table.columns
      rows = table.records.enumerated().map { index, record in
        let pairs = zip(table.columns, record.fields).map { ($0.name, $1) }
        // The parser lets no name through twice.
        return LeadRow(row: index + 1, line: record.line, fields: Dictionary(uniqueKeysWithValues: pairs))
      }
    case .json, .ndjson:
      (columns, rows) = try Self.table(of: bytes, form: format == .ndjson ? .lines : .array, name: name)
    }
  }

  /// Reads one JSON object, or an array of them: the body of a request.
  ///
  /// - Parameters:
  ///   - body: The content.
  ///   - name: What to call it in messages.
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
    for column in records.lazy.flatMap(\.columns) where seen.insert(column.name).inserted { columns.append(column) }
    return (columns, records.enumerated().map { LeadRow(row: $0 + 1, line: $1.line, fields: $1.fields) })
  }

  /// The columns that are not among those named, in the order of the file.
  ///
  /// - Parameter known: Column names, in any spelling that ``LeadColumn/name(for:)`` brings to the same form.
  public func unknownColumns(known: some Sequence<String>) -> [LeadColumn] {
    let names = Set(known.map(LeadColumn.name(for:)))
    return columns.filter { !names.contains($0.name) }
  }

  /// One line for people about each column that nobody asked for.
  public func notices(known: some Sequence<String>) -> [String] {
    unknownColumns(known: known).map {
      "\(name): the column “\(DisplayText.oneLine($0.title))” is unknown and not used"
    }
  }

  /// Demands that the file has one of the columns named, unless it has no rows: a CSV file without a header has none, and
  /// its first person would be taken for one.
  ///
  /// - Throws: ``InputError`` (`noKnownColumn`).
  public func requireColumn(among names: [String]) throws {
    guard !columns.isEmpty else { return }
    let wanted = Set(names.map(LeadColumn.name(for:)))
    guard !columns.contains(where: { wanted.contains($0.name) }) else { return }
    throw InputError(
      .noKnownColumn,
      file: name,
      line: format == .csv ? 1 : nil,
      message: "no column is called \(names.joined(separator: " or ")); is the header missing?"
    )
  }
}
