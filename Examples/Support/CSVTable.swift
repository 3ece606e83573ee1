/// A CSV file as read: its columns, and its records with exactly one field per column.
public struct CSVTable: Sendable, Hashable {
  /// The columns, in the order of the file.
  public let columns: [LeadColumn]
  /// The records after the header, in the order of the file.
  public let records: [CSVRecord]
}
