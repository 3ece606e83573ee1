/// A way to push many leads. ``ContactPusher/plan(_:)`` lists what each costs.
public enum PushWay: String, Sendable, Hashable, Codable, CaseIterable {
  /// Searches for each lead and creates the missing contacts, one by one.
  case oneByOne = "one_by_one"
  /// Reads a snapshot of the account page by page, then creates the missing contacts one by one.
  case pagesThenCreate = "pages_then_create"
  /// Reads a snapshot of the account by two exports, then creates the missing contacts one by one.
  case exportThenCreate = "export_then_create"
  /// Reads a snapshot of the account page by page, then imports the missing contacts in bulk.
  case pagesThenImport = "pages_then_import"
  /// Reads a snapshot of the account by two exports, then imports the missing contacts in bulk.
  case exportThenImport = "export_then_import"

  /// How the account's contacts are read beforehand; `nil` when each lead is searched for.
  public var snapshot: AccountSnapshot.Source? {
    switch self {
    case .oneByOne: nil
    case .pagesThenCreate, .pagesThenImport: .pages
    case .exportThenCreate, .exportThenImport: .export
    }
  }

  /// Whether missing contacts are imported in bulk.
  public var importsContacts: Bool { self == .pagesThenImport || self == .exportThenImport }

  /// Whether no existing contact can be written to.
  ///
  /// A snapshot does not change that: a contact in the snapshot is skipped, and the API refuses to create one that has appeared since.
  /// An import has no such check.
  public var isExact: Bool { !importsContacts }
}

extension PushWay: CustomStringConvertible {
  /// The steps, such as `search each, create the missing`.
  public var description: String {
    let reading =
      switch snapshot {
      case nil: "search each"
      case .pages: "read all pages"
      case .export: "export all"
      }
    return reading + (importsContacts ? ", import the missing" : ", create the missing")
  }
}
