public import ConstantContactCore

/// What to export: which contacts, and which of their properties. Nothing set means everything of everybody.
public struct ContactExport: Sendable, Hashable {
  /// Which contacts. The service takes one of these.
  public enum Source: Sendable, Hashable {
    /// All of them.
    case all
    /// These, 1 to 500.
    case contacts([ContactID])
    /// Those on any of these lists, 1 to 50.
    case lists([ListID])
    /// Those with any of these tags, 1 to 50.
    case tags([TagID])
    /// Those of a segment.
    case segment(SegmentID)
    /// Those who subscribed in the last 30 days, to any list or to any of these, at most 50.
    case newSubscribers(on: [ListID] = [])
  }

  /// The state of the contacts to export.
  public struct Status: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a status from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// May be mailed.
    public static let active: Status = "active"
    /// Opted out.
    public static let unsubscribed: Status = "unsubscribed"
    /// Deleted.
    public static let removed: Status = "removed"
  }

  /// Which contacts.
  public var source: Source
  /// Only those in this state. With all contacts, named contacts or lists.
  public var status: Status?
  /// Contacts to leave out, at most 50. With all contacts, lists or new subscribers, and without a status.
  public var excluded: [ContactID] = []
  /// The columns of the file; all, with custom fields, when empty.
  public var fields: [ExportField] = []

  /// Makes an export.
  public init(_ source: Source = .all, status: Status? = nil) {
    self.source = source
    self.status = status
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    let limits = BulkActivityLimits.self
    switch source {
    case .all: break
    case .contacts(let ids): try limits.checkIDs("contact_ids", ids.count, limit: limits.contacts, operation)
    case .lists(let ids): try limits.checkIDs("list_ids", ids.count, limit: limits.lists, operation)
    case .tags(let ids): try limits.checkIDs("tag_ids", ids.count, limit: limits.tags, operation)
    case .segment(let id): try check.require(Int(id.rawValue) != nil, "segment_id", "is not a number")
    case .newSubscribers(let ids): try check.count("list_ids", ids.count, limit: limits.lists)
    }
    try check.require(
      status == nil || allowsStatus, "status", "can be combined with all contacts, `contact_ids` or `list_ids` only")
    try check.require(
      excluded.isEmpty || allowsExclusion && status == nil,
      "exclude", "can be combined with all contacts, `list_ids` or `new_subscriber` only, and not with `status`")
    try check.count("exclude.contact_ids", excluded.count, limit: 50)
    let needsEmail = fields.filter { ExportField.consentFields.contains($0) }
    try check.require(
      needsEmail.isEmpty || fields.contains(.emailAddress),
      "fields", "has `\(needsEmail.first?.rawValue ?? "")`, which requires `email_address`")
  }

  private var allowsStatus: Bool {
    switch source {
    case .all, .contacts, .lists: true
    case .tags, .segment, .newSubscribers: false
    }
  }

  private var allowsExclusion: Bool {
    switch source {
    case .all, .lists: true
    case .newSubscribers(let lists): lists.isEmpty
    case .contacts, .tags, .segment: false
    }
  }
}

extension ContactExport: Encodable {
  enum CodingKeys: String, CodingKey {
    case contactIDs = "contact_ids"
    case listIDs = "list_ids"
    case tagIDs = "tag_ids"
    case newSubscriber = "new_subscriber"
    case segmentID = "segment_id"
    case fields
    case status
    case exclude
  }

  /// Encodes what is set.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch source {
    case .all: break
    case .contacts(let ids): try container.encode(ids, forKey: .contactIDs)
    case .lists(let ids): try container.encode(ids, forKey: .listIDs)
    case .tags(let ids): try container.encode(ids, forKey: .tagIDs)
    case .segment(let id): try container.encode(Int(id.rawValue), forKey: .segmentID)
    case .newSubscribers(let lists):
      try container.encode(true, forKey: .newSubscriber)
      if !lists.isEmpty { try container.encode(lists, forKey: .listIDs) }
    }
    if !fields.isEmpty { try container.encode(fields, forKey: .fields) }
    try container.encodeIfPresent(status, forKey: .status)
    try container.encodeIfPresent(BulkExclusionBody(excluded), forKey: .exclude)
  }
}
