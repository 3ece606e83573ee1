public import ConstantContactResources
public import ConstantContactTransport

/// A row of a CSV file: the contact that it describes, or the reason why it cannot be imported.
public struct ContactRow: Sendable, Hashable {
  /// The reason why a row cannot be imported. It contains no value of the row.
  public struct Rejection: Error, Sendable, Hashable, CustomStringConvertible {
    /// The number of the column, counted from 1, if one is at fault.
    public var columnNumber: Int?
    /// The heading of the import, or the name of the group of fields that is at fault.
    public var field: String?
    /// The limit that is exceeded.
    public var limit: Int?
    /// The length or the number that exceeds it.
    public var length: Int?
    /// What is wrong, as a sentence without a capital letter and a full stop.
    public let message: String

    /// The column and the message.
    public var description: String { (columnNumber.map { "column \($0): " } ?? "") + message }
  }

  /// The number of the row, counted from 1 without the heading row.
  public let number: Int
  /// The line on which the row starts, counted from 1.
  public let line: Int
  /// The contact, or why there is none.
  public let result: Result<ImportedContact, Rejection>

  /// The contact; `nil` for a row that cannot be imported.
  public var contact: ImportedContact? { try? result.get() }

  /// The reason why the row cannot be imported; `nil` if it can.
  public var rejection: Rejection? {
    if case .failure(let rejection) = result { rejection } else { nil }
  }
}

extension ContactRow: Redacting {
  /// The location, and the reason if the row cannot be imported.
  public var description: String { "row \(number) (line \(line))" + (rejection.map { ": \($0)" } ?? "") }
}
