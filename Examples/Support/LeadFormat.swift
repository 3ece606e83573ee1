/// The format of a file of leads.
public enum LeadFormat: String, Sendable, Hashable, CaseIterable {
  /// Comma-separated values with a heading row (RFC 4180).
  case csv
  /// A JSON array of objects.
  case json
  /// One JSON object per line.
  case ndjson

  /// Detects the format by the first byte other than whitespace: `[` starts JSON, `{` NDJSON, and anything else CSV.
  public init(detecting bytes: some Collection<UInt8>) {
    var content = bytes[...]
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    switch content.first(where: { ![0x09, 0x0A, 0x0D, 0x20].contains($0) }) {
    case UInt8(ascii: "["): self = .json
    case UInt8(ascii: "{"): self = .ndjson
    default: self = .csv
    }
  }
}
