internal import ConstantContactCore

/// What the contract says of bulk activities' sizes.
package enum BulkActivityLimits {
  /// How many contacts an import takes; a file's header row counts as one.
  package static let importedContacts = 40_000
  /// How many bytes an import takes. The service drops in silence what lies beyond its 4 MB, so the smaller megabyte is
  /// meant.
  package static let importedBytes = 4_000_000
  /// How many lists a request names.
  package static let lists = 50
  /// How many contacts a request names.
  package static let contacts = 500
  /// How many tags a request names.
  package static let tags = 50

  static func checkIDs(_ field: String, _ count: Int, limit: Int, _ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(count > 0, field, "is empty")
    try check.count(field, count, limit: limit)
  }

  /// - Throws: When an import is larger than the service reads.
  static func checkSize(_ bytes: Int, _ operation: String) throws {
    try InputCheck(operation).require(
      bytes <= importedBytes,
      "import", "has \(bytes) bytes; the limit is \(importedBytes) (4 MB), and the API would drop the rest silently"
    )
  }
}
