/// One record of a file of leads, its values as they stand there.
public struct LeadRow: Sendable, Hashable {
  /// The number of the record, counted from 1; a CSV header is not counted.
  public let row: Int
  /// The line of the file on which the record starts, counted from 1.
  public let line: Int
  /// The values by column name (``LeadColumn/name``), unchanged: blanks around them are kept. A field that a CSV record
  /// lacks is empty; a JSON null is absent.
  public let fields: [String: String]

  /// Makes a row. The keys of `fields` are brought into the form of ``LeadColumn/name``.
  public init(row: Int, line: Int, fields: [String: String]) {
    self.row = row
    self.line = line
    var named: [String: String] = [:]
    for (title, value) in fields { named[LeadColumn.name(for: title)] = value }
    self.fields = named
  }

  /// The value of a column without the blanks around it; nil where it is absent or blank.
  ///
  /// - Parameter column: The column's name, in any spelling that ``LeadColumn/name(for:)`` brings to the same form.
  public subscript(column: String) -> String? {
    guard let value = fields[LeadColumn.name(for: column)]?.trimmingBlanks(), !value.isEmpty else { return nil }
    return value
  }
}

extension LeadRow: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Where the row stands; the values, which are people's, are left out.
  public var description: String { "row \(row) (line \(line)), \(fields.count) fields" }
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror without the values.
  public var customMirror: Mirror { Mirror(self, children: ["row": row, "line": line]) }
}
