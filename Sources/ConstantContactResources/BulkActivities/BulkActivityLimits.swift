internal import ConstantContactCore

/// The contract's limits on bulk activities.
package enum BulkActivityLimits {
  /// The number of contacts in an import; a file's header row counts as one.
  package static let importedContacts = 40_000
  /// The number of bytes in an import. The API drops what exceeds its 4 MB without an error, so this is the smaller
  /// megabyte.
  package static let importedBytes = 4_000_000
  /// The number of lists in a request.
  package static let lists = 50
  /// The number of contacts in a request.
  package static let contacts = 500
  /// The number of tags in a request.
  package static let tags = 50

  package static func checkIDs(_ field: String, _ count: Int, limit: Int, _ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(count > 0, field, "is empty")
    try check.count(field, count, limit: limit)
  }

  /// - Throws: When an import is larger than the API reads.
  static func checkSize(_ bytes: Int, _ operation: String) throws {
    try InputCheck(operation).require(
      bytes <= importedBytes,
      "the import has \(bytes) bytes; the limit is \(importedBytes) (4 MB), and the API would drop the rest without an error"
    )
  }
}
