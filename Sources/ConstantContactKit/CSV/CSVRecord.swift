public import ConstantContactTransport

/// A record of a CSV file: its fields, and the line on which it starts.
///
/// A field becomes a `String` when it is read, so that skipping columns costs nothing.
public struct CSVRecord: Sendable, Hashable {
  /// The line on which the record starts, counted from 1.
  public let line: Int
  /// The fields in UTF-8, each followed by one byte of no meaning except for the last.
  let bytes: [UInt8]
  /// The end of each field in `bytes`.
  let ends: [UInt32]

  init(line: Int, bytes: [UInt8], ends: [UInt32]) {
    self.line = line
    self.bytes = bytes
    self.ends = ends
  }

  /// Creates a record.
  ///
  /// - Parameters:
  ///   - line: The line on which the record starts, counted from 1.
  ///   - fields: The fields.
  public init(line: Int, fields: [String]) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for field in fields {
      if !ends.isEmpty { bytes.append(0) }
      bytes += field.utf8
      ends.append(UInt32(clamping: bytes.count))
    }
    self.init(line: line, bytes: bytes, ends: ends)
  }

  /// The number of fields.
  public var count: Int { ends.count }

  /// The field at a position, counted from 0; `nil` when the record has fewer fields.
  public subscript(index: Int) -> String? {
    guard let range = range(of: index) else { return nil }
    return bytes.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
  }

  /// All fields.
  public var fields: [String] {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      return ends.map { end in
        defer { start = Int(end) + 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<Int(end)]), as: UTF8.self)
      }
    }
  }

  /// Whether the record has no fields or only empty ones.
  public var isEmpty: Bool { ends.indices.allSatisfy { range(of: $0)?.isEmpty ?? true } }

  func range(of index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]) + 1)..<Int(ends[index])
  }

  /// Whether both start on the same line and have the same fields.
  public static func == (left: CSVRecord, right: CSVRecord) -> Bool {
    left.line == right.line && left.ends == right.ends
      && left.ends.indices.allSatisfy { index in
        guard let range = left.range(of: index) else { return true }
        return left.bytes[range] == right.bytes[range]
      }
  }

  /// Hashes the line and the fields.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    for index in ends.indices { if let range = range(of: index) { hasher.combine(bytes[range]) } }
  }
}

extension CSVRecord: Redacting {
  /// The location of the record, without its values.
  public var description: String { "record at line \(line), \(count) fields" }
}
