internal import FlyingFox
internal import Foundation

/// The request line and header fields of a request, read strictly as RFC 9112 defines them.
struct RequestHead: Sendable {
  /// How the body is delimited.
  enum Framing: Sendable, Hashable {
    case length(Int)
    case chunked
  }

  let method: HTTPMethod
  let version: HTTPVersion
  let target: HTTPRequest.Target
  let headers: HTTPHeaders
  let framing: Framing

  /// - Parameters:
  ///   - bytes: The head without the empty line at its end.
  ///   - fieldLimit: The permitted number of header fields.
  /// - Throws: ``RequestFault``.
  init(_ bytes: ArraySlice<UInt8>, fieldLimit: Int) throws {
    var lines = try Self.lines(of: bytes)[...]
    guard let first = lines.popFirst() else { throw RequestFault.malformed("The request line is missing.") }
    guard lines.count <= fieldLimit else {
      throw RequestFault(Self.headTooLarge, "The request has more than \(fieldLimit) header fields.")
    }
    let parts = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3, Self.isToken(parts[0]), parts[1].first == UInt8(ascii: "/"),
      parts[1].allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { throw RequestFault.malformed("The request line is malformed.") }
    let version = Self.text(parts[2])
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      throw RequestFault(
        HTTPStatusCode(505, phrase: "HTTP Version Not Supported"), "The server supports HTTP/1.1.")
    }
    method = HTTPMethod(Self.text(parts[0]))
    self.version = HTTPVersion(version)
    let target = parts[1].split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    self.target = HTTPRequest.Target(path: Self.text(target[0]), query: target.count > 1 ? Self.text(target[1]) : "")
    var headers = HTTPHeaders()
    for line in lines {
      let (name, value) = try Self.field(line)
      headers.addValue(value, for: HTTPHeader(name))
    }
    let hosts = headers.values(for: .host)
    guard hosts.count <= 1, hosts.allSatisfy(Self.isHost) else {
      throw RequestFault.malformed("The Host header field is malformed.")
    }
    self.headers = headers
    framing = try Self.framing(of: headers)
  }

  /// Whether the client waits for a 100 response before it sends the body.
  var expectsContinue: Bool {
    framing != .length(0) && headers[HTTPHeader("Expect")]?.lowercased() == "100-continue"
  }

  func request(body: Data) -> HTTPRequest {
    HTTPRequest(
      method: method, version: version, target: target, headers: headers, body: HTTPBodySequence(data: body))
  }

  static let headTooLarge = HTTPStatusCode(431, phrase: "Request Header Fields Too Large")

  private static func lines(of bytes: ArraySlice<UInt8>) throws -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0D) ?? rest.endIndex
      lines.append(rest[..<end])
      if end == rest.endIndex { break }
      guard rest.index(after: end) < rest.endIndex, rest[rest.index(after: end)] == 0x0A else {
        throw RequestFault.malformed("A line of the request head does not end in CRLF.")
      }
      rest = rest[(end + 2)...]
    }
    return lines
  }

  private static func field(_ line: ArraySlice<UInt8>) throws -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
      throw RequestFault.malformed("A header field is malformed.")
    }
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    var value = line[(colon + 1)...].drop(while: isBlank)
    while let last = value.last, isBlank(last) { value.removeLast() }
    guard value.allSatisfy({ ($0 >= 0x20 || $0 == 0x09) && $0 != 0x7F }) else {
      throw RequestFault.malformed("A header field contains a control character.")
    }
    return (text(line[..<colon]), text(value))
  }

  private static func framing(of headers: HTTPHeaders) throws -> Framing {
    let lengths = Set(headers.values(for: .contentLength))
    let codings = headers.values(for: .transferEncoding)
    if !codings.isEmpty {
      guard lengths.isEmpty else {
        throw RequestFault.malformed("Content-Length and Transfer-Encoding exclude each other.")
      }
      guard codings.count == 1, codings[0].lowercased() == "chunked" else {
        throw RequestFault(
          HTTPStatusCode(501, phrase: "Not Implemented"), "The only supported Transfer-Encoding is chunked.")
      }
      return .chunked
    }
    guard let text = lengths.first else { return .length(0) }
    guard lengths.count == 1, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(text) else {
      throw RequestFault.malformed("Content-Length is not a number.")
    }
    return .length(length)
  }

  /// Whether a Host header field's value is a host with an optional port. Foundation reads a port that is out of range as
  /// no port at all.
  private static func isHost(_ text: String) -> Bool {
    var rest = Substring(text)
    let name: Substring
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else { return false }
      name = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      guard
        name.utf8.allSatisfy({
          Character(Unicode.Scalar($0)).isHexDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        })
      else { return false }
    } else {
      name = rest.prefix { $0 != ":" }
      rest = rest.dropFirst(name.count)
      guard name.utf8.allSatisfy({ hostBytes.contains($0) }) else { return false }
    }
    if rest.isEmpty { return true }
    let port = rest.dropFirst()
    guard rest.first == ":", port.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return port.isEmpty || UInt16(port) != nil
  }

  private static let hostBytes = Set(
    "!$%&'()*+,-.;=_~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  /// Whether the bytes are a token of RFC 9110, such as a method or a field name.
  private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy(tokenBytes.contains)
  }

  private static let tokenBytes = Set(
    "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
