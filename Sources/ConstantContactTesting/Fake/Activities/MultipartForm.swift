internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A `multipart/form-data` body (RFC 7578).
struct MultipartForm {
  struct Part {
    let name: String
    let fileName: String?
    let content: Data
    /// The offset of the content in the body.
    let start: Int
    var text: String { String(decoding: content, as: UTF8.self) }
  }

  private(set) var parts: [Part] = []

  /// Reads a request's body; `nil` when it is not one.
  init?(_ call: Call) {
    let type = call.headers["Content-Type"] ?? ""
    guard type.lowercased().hasPrefix("multipart/form-data"), let boundary = Self.parameter("boundary", in: type),
      !boundary.isEmpty
    else { return nil }
    let body = [UInt8](call.body)
    let delimiter = [UInt8]("--\(boundary)".utf8)
    guard var start = Self.find(delimiter, in: body, from: 0) else { return nil }
    start += delimiter.count
    while let end = Self.find([0x0D, 0x0A] + delimiter, in: body, from: start) {
      append(body, start..<end)
      start = end + delimiter.count + 2
    }
  }

  private mutating func append(_ body: [UInt8], _ range: Range<Int>) {
    // The line of the delimiter ends before the head.
    guard let end = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: body, from: range.lowerBound, to: range.upperBound) else {
      return
    }
    let head = String(decoding: body[range.lowerBound..<end], as: UTF8.self)
    let lines = head.split(whereSeparator: \.isNewline)
    guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      let name = Self.parameter("name", in: String(disposition))
    else { return }
    // An empty part ends where its head does.
    let content = min(end + 4, range.upperBound)
    parts.append(
      Part(
        name: name, fileName: Self.parameter("filename", in: String(disposition)),
        content: Data(body[content..<range.upperBound]), start: content))
  }

  /// Returns where bytes occur first that start before an offset, the end of the body by default.
  private static func find(_ bytes: [UInt8], in body: [UInt8], from start: Int, to end: Int = .max) -> Int? {
    guard let first = bytes.first, body.count >= bytes.count else { return nil }
    var index = start
    while index <= body.count - bytes.count, index < end {
      if body[index] == first, body[index..<(index + bytes.count)].elementsEqual(bytes) { return index }
      index += 1
    }
    return nil
  }

  /// Returns a parameter of a header field, with or without quotes.
  private static func parameter(_ name: String, in text: String) -> String? {
    for part in text.split(separator: ";").dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      if part[..<equals].trimmed.lowercased() != name { continue }
      let value = part[part.index(after: equals)...].trimmed
      return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1
        ? String(value.dropFirst().dropLast()) : value
    }
    return nil
  }
}
