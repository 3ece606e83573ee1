public import ConstantContactCore

/// What to export: the contacts and their columns. The default exports everything.
///
/// See [Export contacts](https://developer.constantcontact.com/api_guide/export_contacts.html).
public struct ContactExport: APIModel {
  /// The contacts to export. The API takes one of these.
  public enum Source: Sendable, Hashable, Codable {
    /// All contacts.
    case all
    /// These contacts, 1 to 500.
    case contacts([ContactID])
    /// The contacts on any of these lists, 1 to 50.
    case lists([ListID])
    /// The contacts with any of these tags, 1 to 50.
    case tags([TagID])
    /// The contacts of a segment.
    case segment(SegmentID)
    /// The contacts that subscribed in the last 30 days, to any list or to any of these, at most 50.
    case newSubscribers(on: [ListID] = [])
  }

  /// The state of the contacts to export.
  public struct Status: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a status from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Contacts that can receive email.
    public static let active: Status = "active"
    /// Contacts that opted out.
    public static let unsubscribed: Status = "unsubscribed"
    /// Deleted contacts.
    public static let removed: Status = "removed"
  }

  /// The contacts to export.
  public var source: Source = .all
  /// The state of the contacts. It goes with all contacts, named contacts or lists.
  public var status: Status?
  /// The contacts to leave out, at most 50. They go with lists or with new subscribers of any list, and without a
  /// status.
  public var excluded: [ContactID] = []
  /// The columns of the file; all, including custom fields, when empty.
  public var fields: [ExportField] = []
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates an export of all contacts with all columns.
  public init() {}

  /// Creates an export.
  ///
  /// - Parameters:
  ///   - source: The contacts to export.
  ///   - status: The state of the contacts.
  public init(_ source: Source = .all, status: Status? = nil) {
    self.source = source
    self.status = status
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    var keys = SourceKeys(source)
    mapper.map("contact_ids", &keys.contactIDs)
    mapper.map("list_ids", &keys.listIDs)
    mapper.map("tag_ids", &keys.tagIDs)
    mapper.map("segment_id", &keys.segmentID)
    mapper.map("new_subscriber", &keys.newSubscriber)
    source = keys.source
    mapper.map("fields", &fields)
    mapper.map("status", &status)
    var exclusion = BulkExclusionBody(excluded)
    mapper.map("exclude", &exclusion)
    excluded = exclusion?.contactIDs ?? []
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    let limits = BulkActivityLimits.self
    switch source {
    case .all: break
    case .contacts(let ids): try limits.checkIDs("contact_ids", ids.count, limit: limits.contacts, operation)
    case .lists(let ids): try limits.checkIDs("list_ids", ids.count, limit: limits.lists, operation)
    case .tags(let ids): try limits.checkIDs("tag_ids", ids.count, limit: limits.tags, operation)
    case .segment(let id): try check.require(id.number != nil, "segment_id", "is not a number")
    case .newSubscribers(let ids): try check.count("list_ids", ids.count, limit: limits.lists)
    }
    try check.require(status == nil || allowsStatus, "status", "requires all contacts, `contact_ids` or `list_ids`")
    try check.require(
      excluded.isEmpty || allowsExclusion && status == nil,
      "exclude", "requires `list_ids` or `new_subscriber`, but not both, and no `status`")
    try check.count("exclude.contact_ids", excluded.count, limit: 50)
    let needsEmail = fields.filter { ExportField.consentFields.contains($0) }
    try check.require(
      needsEmail.isEmpty || fields.contains(.emailAddress),
      "`fields` has `\(needsEmail.first?.rawValue ?? "")`, which requires `email_address`")
  }

  private var allowsStatus: Bool {
    switch source {
    case .all, .contacts, .lists: true
    case .tags, .segment, .newSubscribers: false
    }
  }

  private var allowsExclusion: Bool {
    switch source {
    case .lists: true
    case .newSubscribers(let lists): lists.isEmpty
    case .all, .contacts, .tags, .segment: false
    }
  }
}

/// The JSON fields of an export's source.
private struct SourceKeys {
  var contactIDs: [ContactID]?
  var listIDs: [ListID]?
  var tagIDs: [TagID]?
  var segmentID: SegmentNumber?
  var newSubscriber: Bool?

  init(_ source: ContactExport.Source) {
    switch source {
    case .all: break
    case .contacts(let ids): contactIDs = ids
    case .lists(let ids): listIDs = ids
    case .tags(let ids): tagIDs = ids
    case .segment(let id): segmentID = SegmentNumber(id)
    case .newSubscribers(let ids):
      newSubscriber = true
      listIDs = ids.isEmpty ? nil : ids
    }
  }

  var source: ContactExport.Source {
    if newSubscriber == true { return .newSubscribers(on: listIDs ?? []) }
    if let contactIDs { return .contacts(contactIDs) }
    if let listIDs { return .lists(listIDs) }
    if let tagIDs { return .tags(tagIDs) }
    if let segmentID { return .segment(segmentID.id) }
    return .all
  }
}
