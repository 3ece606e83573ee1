public import ConstantContactCore
internal import ConstantContactTransport

/// Work that Constant Contact queues and runs asynchronously: its state at the time of the request.
///
/// `completed` does not mean that everything succeeded: see ``errors`` and ``counts``.
///
/// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
public struct BulkActivity: Identifiable, APIModel {
  /// The activity's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: BulkActivityID = ""
  /// The state.
  public var state: State?
  /// The date of the request.
  public var createdAt: Timestamp?
  /// The date on which the activity started.
  public var startedAt: Timestamp?
  /// The date on which the activity ended.
  public var completedAt: Timestamp?
  /// The date of the last state change.
  public var updatedAt: Timestamp?
  /// The progress in percent, 0 to 100.
  public var percentDone: Int?
  private var activityErrors: [RawJSON]?
  /// The numbers of processed items.
  public var counts: BulkActivityCounts?
  /// The name of the imported file.
  public var sourceFileName: String?
  private var links: RawJSON?
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

  /// Whether the activity has ended: its state is final, or unknown with a date of completion.
  ///
  /// Poll until this is true.
  public var isFinal: Bool {
    guard let state, state.kind != .unknown else { return completedAt != nil }
    return state.isFinal
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
    set { activityErrors = newValue?.map(RawJSON.string) }
  }

  /// The link to this activity.
  public var selfLink: String? { links?["self"]?["href"]?.text }

  /// The link to the result: an export's file. It may be misspelled, so ``BulkActivitiesAPI/exportedCSV(of:)`` does not
  /// follow it.
  public var resultsLink: String? { links?["results"]?["href"]?.text }
}
