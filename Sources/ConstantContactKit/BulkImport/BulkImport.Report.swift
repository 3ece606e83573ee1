public import ConstantContactResources

extension BulkImport {
  /// The verdicts of an import, in the order of its contacts.
  ///
  /// It takes some bytes per contact, whatever the contacts hold.
  public struct Report: Sendable, RandomAccessCollection {
    private let rows: ImportRows
    /// The activities of the import, in the order of its chunks.
    public let activities: [BulkActivityID]

    /// The number of created contacts.
    public let created: Int
    /// The number of updated contacts.
    public let updated: Int
    /// The number of rejected contacts.
    public let rejected: Int
    /// The number of contacts that were held back.
    public let heldBack: Int
    /// The number of contacts whose outcome is unknown.
    public let unconfirmed: Int

    init(_ state: ImportState) {
      rows = state.rows
      activities = state.activities
      var counts: [Verdict.Kind: Int] = [:]
      for code in state.rows.codes { counts[code.kind, default: 0] += 1 }
      created = counts[.created] ?? 0
      updated = counts[.updated] ?? 0
      rejected = counts[.rejected] ?? 0
      heldBack = counts[.heldBack] ?? 0
      unconfirmed = counts[.unconfirmed] ?? 0
    }

    /// The position of the first contact: 0.
    public var startIndex: Int { 0 }
    /// The number of contacts.
    public var endIndex: Int { rows.codes.count }

    /// The verdict of a contact, by its position from 0.
    public subscript(position: Int) -> Verdict { rows.verdict(at: position) }
  }
}

extension BulkImport.Report: CustomStringConvertible {
  /// The number of contacts by verdict.
  public var description: String {
    "\(count) contacts: \(created) created, \(updated) updated, \(rejected) rejected, \(heldBack) held back, "
      + "\(unconfirmed) unconfirmed"
  }
}
