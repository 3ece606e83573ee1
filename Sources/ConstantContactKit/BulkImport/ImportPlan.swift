/// What the first reading of the contacts found: the verdicts that need no request, and the chunks to send.
struct ImportPlan: Sendable {
  /// The rows from `start` up to `end`, of which `count` are sent.
  struct Chunk: Sendable, Hashable {
    let start: Int
    let end: Int
    let count: Int
  }

  var rows: ImportRows
  /// A digest of each contact as it was given.
  let digests: [UInt64]
  /// The positions of the rows to send, by contact.
  let positions: [ImportKey: Int]
  let encoder: ImportEncoder
  var chunks: [Chunk]
  /// A digest of all contacts and of the options that determine what is sent.
  let fingerprint: String
}
