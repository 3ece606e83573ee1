/// A parsed CSV file.
public struct CSVTable: Sendable, Hashable {
  /// The columns in the order of the file.
  public let columns: [LeadColumn]
  /// The records after the heading row, each with one field per column.
  public let records: [CSVRecord]
}
