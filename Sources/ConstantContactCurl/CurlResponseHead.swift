#if os(Linux)
internal import ConstantContactTransport

/// The head of a response, read line by line as libcurl passes it: informational heads, the final head, then trailers.
struct CurlResponseHead {
  /// All heads and trailers of an exchange together. Longer ones are refused, whatever libcurl's version.
  private static let maximumSize = 512 * 1024

  private(set) var status: Int?
  private(set) var headers = TransportHeaders()
  /// Whether the final head is complete. What follows are trailers, which are ignored.
  private(set) var isComplete = false
  /// The value of `Content-Length`.
  private(set) var contentLength: Int?
  private var lastField: (name: String, value: String)?
  private var size = 0

  var isEncoded: Bool { headers["Content-Encoding"] != nil }
  var isChunked: Bool { headers["Transfer-Encoding"] != nil }

  /// Reads one line, with its end. Returns `false` when the response is not valid HTTP.
  mutating func read(_ line: UnsafeRawBufferPointer) -> Bool {
    size += line.count
    guard size <= Self.maximumSize else { return false }
    guard !isComplete else { return true }
    // 8.21 passes the start of a line when the connection is lost; half a blank line would complete the head.
    guard line.last == 0x0A else { return false }
    let content = Self.withoutLineEnd(line)
    if status == nil { return readStatusLine(content) }
    if content.isEmpty { return endHead() }
    if content[content.startIndex] == 0x20 || content[content.startIndex] == 0x09 { return continueField(content) }
    return readField(content)
  }

  private mutating func readStatusLine(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
    // `HTTP/1.1 200`, then nothing or a space and the reason phrase.
    let start = Array(line.prefix(13))
    guard start.count >= 12, start.starts(with: "HTTP/1.".utf8), start[8] == 0x20,
      start.count == 12 || start[12] == 0x20
    else { return false }
    let digits = start[9..<12].map { Int($0) - 0x30 }
    guard digits.allSatisfy((0...9).contains), digits[0] > 0 else { return false }
    status = digits.reduce(0) { $0 * 10 + $1 }
    return true
  }

  private mutating func readField(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let colon = line.firstIndex(of: 0x3A) else { return false }
    let name = Self.text(line[..<colon])
    guard HTTPToken.isToken(name), let value = Self.value(line[line.index(after: colon)...]) else { return false }
    appendLastField()
    lastField = (name, value)
    return true
  }

  /// A line that starts with whitespace continues the value of the line before.
  private mutating func continueField(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let field = lastField, let more = Self.value(line) else { return false }
    lastField = (field.name, more.isEmpty ? field.value : field.value + " " + more)
    return true
  }

  private mutating func endHead() -> Bool {
    appendLastField()
    guard let status else { return false }
    guard status >= 200 else {
      // 101 would change the protocol, which no request asks for.
      guard status != 101 else { return false }
      self.status = nil
      headers = TransportHeaders()
      return true
    }
    isComplete = true
    return readContentLength()
  }

  /// Lengths that differ mean that the ends of this response and the next one are unknown.
  private mutating func readContentLength() -> Bool {
    for value in headers.values(named: "Content-Length") {
      for part in value.split(separator: ",", omittingEmptySubsequences: false) {
        let digits = part.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(digits),
          contentLength == nil || contentLength == length
        else { return false }
        contentLength = length
      }
    }
    return true
  }

  private mutating func appendLastField() {
    if let field = lastField { headers.append(field.name, field.value) }
    lastField = nil
  }

  private static func withoutLineEnd(_ line: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
    var content = line[...]
    if content.last == 0x0A { content.removeLast() }
    if content.last == 0x0D { content.removeLast() }
    return content
  }

  /// Returns the value without surrounding whitespace, or `nil` when it contains a control character.
  private static func value(_ bytes: Slice<UnsafeRawBufferPointer>) -> String? {
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { return nil }
    var trimmed = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = trimmed.last, last == 0x20 || last == 0x09 { trimmed.removeLast() }
    return text(trimmed)
  }

  /// UTF-8, or Latin-1 where it is not.
  private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
#endif
