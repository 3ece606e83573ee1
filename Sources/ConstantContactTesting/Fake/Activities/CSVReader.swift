/// Reads comma-separated values (RFC 4180), lenient about line ends and about quotes within a field.
enum CSVReader {
  /// Returns the records that are not empty, at most `limit` of them.
  static func records(in text: String, limit: Int) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var (isQuoted, hasField) = (false, false)
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }

    func endField() {
      record.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
      hasField = false
    }
    func endRecord() {
      if hasField || !field.isEmpty || !record.isEmpty { endField() }
      if record.contains(where: { !$0.isEmpty }) { records.append(record) }
      record = []
    }
    while let byte = bytes.popFirst() {
      if records.count >= limit { return records }
      switch byte {
      case UInt8(ascii: "\"") where isQuoted:
        if bytes.first == byte {
          field.append(byte)
          bytes = bytes.dropFirst()
        } else {
          isQuoted = false
        }
      case UInt8(ascii: "\"") where field.isEmpty: (isQuoted, hasField) = (true, true)
      case UInt8(ascii: ",") where !isQuoted:
        endField()
        hasField = true
      case 0x0A where !isQuoted: endRecord()
      case 0x0D where !isQuoted:
        if bytes.first != 0x0A { endRecord() }
      default: field.append(byte)
      }
    }
    if records.count < limit { endRecord() }
    return records
  }

  /// Returns a line of fields, quoted where necessary.
  static func line(_ fields: [String]) -> String {
    fields.map { field in
      let isPlain = !field.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }
      return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: ",") + "\r\n"
  }
}
