public import ConstantContactCore
internal import ConstantContactTransport

/// Work that the service does by and by: its state, as of when it was asked for.
///
/// `completed` does not mean that all went well: see ``errors`` and ``counts``. See the vendor's page "Bulk
/// activities".
public struct BulkActivity: Identifiable, APIModel {
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
  public var id: BulkActivityID = ""
  /// How far it is.
  public var state: State?
  /// When it was asked for.
  public var createdAt: Timestamp?
  /// When it began.
  public var startedAt: Timestamp?
  /// When it ended.
  public var completedAt: Timestamp?
  /// When its state was noted last.
  public var updatedAt: Timestamp?
  /// How much is done, 0 to 100.
  public var percentDone: Int?
  private var activityErrors: [JSONValue]?
  /// How many things it has dealt with.
  public var counts: BulkActivityCounts?
  /// The name of the file of an import.
  public var sourceFileName: String?
  private var links: JSONValue?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("activity_id", &id)
    mapper.map("state", &state)
    mapper.map("created_at", &createdAt)
    mapper.map("started_at", &startedAt)
    mapper.map("completed_at", &completedAt)
    mapper.map("updated_at", &updatedAt)
    mapper.map("percent_done", &percentDone)
    mapper.map("activity_errors", &activityErrors)
    mapper.map("status", &counts)
    mapper.map("source_file_name", &sourceFileName)
    mapper.map("_links", &links)
  }

  /// The error messages that the API reported. Errors that are no strings appear as JSON.
  public var errors: [String]? {
    get {
      activityErrors?.map { error in
        // Strings everywhere except for a tag's deletion, whose errors are objects.
        if let text = error.text ?? error["message"]?.text { return text }
        return (try? JSONCoding.body(error).data()).map { String(decoding: $0, as: UTF8.self) } ?? "unknown error"
      }
    }
    set { activityErrors = newValue?.map(JSONValue.string) }
  }

  /// The link to this activity.
  public var selfLink: String? { links?["self"]?["href"]?.text }

  /// The link to the result: an export's file. It may be misspelled, so ``BulkActivitiesAPI/exportedCSV(of:)`` does not
  /// follow it.
  public var resultsLink: String? { links?["results"]?["href"]?.text }
}
