public import ConstantContactCore
internal import ConstantContactTransport

/// Work that the service does by and by: its state, as of when it was asked for.
///
/// `completed` does not mean that all went well: see ``errors`` and ``counts``. See the vendor's page "Bulk
/// activities".
public struct BulkActivity: Sendable, Hashable, Identifiable, Decodable {
  /// How far an activity is.
  public struct State: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a state from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Waiting.
    public static let initialized: State = "initialized"
    /// Under way.
    public static let processing: State = "processing"
    /// Done.
    public static let completed: State = "completed"
    /// Ended without result.
    public static let failed: State = "failed"
    /// Called off.
    public static let cancelled: State = "cancelled"
    /// Took too long.
    public static let timedOut: State = "timed_out"

    /// Whether nothing more will happen.
    public var isFinal: Bool { [.completed, .failed, .cancelled, .timedOut].contains(self) }
  }

  /// The activity's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: BulkActivityID
  /// How far it is.
  public let state: State?
  /// When it was asked for.
  public let createdAt: Timestamp?
  /// When it began.
  public let startedAt: Timestamp?
  /// When it ended.
  public let completedAt: Timestamp?
  /// When its state was noted last.
  public let updatedAt: Timestamp?
  /// How much is done, 0 to 100.
  public let percentDone: Int?
  /// What went wrong, in the service's words.
  public let errors: [String]?
  /// How many things it has dealt with.
  public let counts: BulkActivityCounts?
  /// The name of the file of an import.
  public let sourceFileName: String?
  /// The link to this activity.
  public let selfLink: String?
  /// The link to what it made: an export's file. It may be misspelled, so ``BulkActivitiesAPI/exportedCSV(of:)`` does
  /// not follow it.
  public let resultsLink: String?

  enum CodingKeys: String, CodingKey {
    case id = "activity_id"
    case state
    case createdAt = "created_at"
    case startedAt = "started_at"
    case completedAt = "completed_at"
    case updatedAt = "updated_at"
    case percentDone = "percent_done"
    case errors = "activity_errors"
    case counts = "status"
    case sourceFileName = "source_file_name"
    case links = "_links"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    state = container[.state]
    createdAt = container[.createdAt]
    startedAt = container[.startedAt]
    completedAt = container[.completedAt]
    updatedAt = container[.updatedAt]
    percentDone = container[.percentDone]
    let entries: [JSONValue]? = container.array(.errors)
    // Strings everywhere but in a tag's deletion, whose errors are objects. Any other shape is kept as JSON: it is an
    // error too.
    errors = try entries?.map { entry in
      if let text = entry.text ?? entry["message"]?.text { return text }
      return String(decoding: try JSONCoding.body(entry).data(), as: UTF8.self)
    }
    counts = container[.counts]
    sourceFileName = container[.sourceFileName]
    let links: JSONValue? = container[.links]
    selfLink = links?["self"]?["href"]?.text
    resultsLink = links?["results"]?["href"]?.text
  }
}
