/// A record of a file of leads with its unchanged values.
public struct LeadRow: Sendable, Hashable {
  /// The number of the record, counted from 1 without the heading row.
  public let row: Int
  /// The line on which the record starts, counted from 1.
  public let line: Int
  /// The unchanged values by ``LeadColumn/key``. A field that a CSV record lacks is empty, and a JSON null is missing.
  public let fields: [String: String]

  /// Creates a row.
  ///
  /// - Parameters:
  ///   - row: The number of the record, counted from 1.
  ///   - line: The line on which the record starts, counted from 1.
  ///   - fields: The values by heading.
  public init(row: Int, line: Int, fields: [String: String]) {
    self.row = row
    self.line = line
    var values: [String: String] = [:]
    for (title, value) in fields { values[LeadColumn.key(for: title)] = value }
    self.fields = values
  }

  /// The value of a column without surrounding whitespace; `nil` when it is missing or empty.
  ///
  /// - Parameter column: The heading, or the name of a ``LeadField``. A field takes the first value among the columns
  ///   that mean it.
  public subscript(column: String) -> String? {
    let key = LeadColumn.key(for: column)
    let field = LeadField(heading: column)
    let keys = field?.keys.first == key ? field?.keys ?? [] : [key]
    for key in keys {
      if let value = fields[key]?.trimmingWhitespace(), !value.isEmpty { return value }
    }
    return nil
  }

  /// Whether the row has a value for one of ``LeadField/emails``. The value may be malformed.
  public var hasEmail: Bool { LeadField.emails.contains { self[$0.rawValue] != nil } }
}

extension LeadRow: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The location of the row, without the personal data.
  public var description: String { "row \(row) (line \(line)), \(fields.count) fields" }
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror without the values.
  public var customMirror: Mirror { Mirror(self, children: ["row": row, "line": line]) }
}
