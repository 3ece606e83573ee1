/// A line of a manifest: what is about to happen, or has happened.
struct ImportRecord: Codable, Sendable {
  enum Kind: String, Codable {
    /// The first reading has ended.
    case plan
    /// The chunk is about to be sent.
    case sending
    /// The API queued the chunk.
    case queued
    /// The API has certainly not received the chunk.
    case unsent
    /// The API refused the chunk.
    case refused
    /// It cannot be told whether the API queued the chunk.
    case lost
    /// The activity has ended.
    case ended
    /// The verdicts of the chunk's rows are known.
    case verdicts
  }

  static let version = 1

  let kind: Kind
  var chunk: Int?
  /// Seconds since 1970, of this computer's clock.
  var time: Double?
  var activity: String?
  /// The date of the activity's creation, as the API spelled it.
  var created: String?
  var state: String?
  /// The number of rows that the activity reported as failed.
  var failed: Int?
  var message: String?
  var codes: String?
  var version: Int?
  var fingerprint: String?
  var rows: Int?
  var format: String?
  var token: String?
  /// The start, end and count of each chunk.
  var chunks: [[Int]]?

  init(_ kind: Kind, chunk: Int? = nil) { (self.kind, self.chunk) = (kind, chunk) }
}
