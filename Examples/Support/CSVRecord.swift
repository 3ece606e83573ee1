/// A record of a CSV file.
public struct CSVRecord: Sendable, Hashable {
  /// The line on which the record starts, counted from 1.
  public let line: Int
  /// The fields in the order of the columns.
  public let fields: [String]
}

extension CSVRecord: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The location of the record, without its values.
  public var description: String { "record at line \(line), \(fields.count) fields" }
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror without the values.
  public var customMirror: Mirror { Mirror(self, children: ["line": line]) }
}
