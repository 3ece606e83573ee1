import ConstantContactTransport
import Foundation

/// Requests made of text from outside, and forms.
extension FuzzTarget {
  static let transportTargets: [FuzzTarget] = [
    FuzzTarget("request", texts: requests) { input in
      // A method, a URL and header fields, each on a line of its own.
      let lines = input.split(separator: 0x0A, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      var headers = TransportHeaders()
      for line in lines.dropFirst(2) {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        headers.append(parts[0], parts.count > 1 ? parts[1] : "")
      }
      for method in [lines[0], "GET"] {
        let text = lines.count > 1 ? lines[1] : ""
        for url in [URL(string: text), URL(string: text, encodingInvalidCharacters: false), dataURL(text)] {
          guard let url else { continue }
          let request = TransportRequest(method: TransportMethod(rawValue: method), url: url, headers: headers)
          _ = "\(request) \(headers) \(headers["x-a"] ?? "") \(TransportSecurity.haveSameOrigin(url, url))"
          try request.validate()
          try Self.requireOneLine(request)
        }
      }
    },
    FuzzTarget("form", texts: ["a=1&b=2", "code=a%2Bb&state=x+y", "=&&=", "a=%C3%A9"]) { input in
      let text = String(decoding: input, as: UTF8.self)
      let items = PercentEncoding.decodeQuery(text)
      let again = PercentEncoding.decodeQuery(PercentEncoding.query(items))
      guard again.map(\.name) == items.map(\.name), again.map(\.value) == items.map(\.value) else { throw Changed() }
      var body = MultipartBody(boundary: "b")
      body.append(name: text, value: text)
      try body.append(name: text, filename: text, contentType: text, content: Data(input))
    },
  ]

  private static func dataURL(_ text: String) -> URL? {
    URL(dataRepresentation: Data(text.utf8), relativeTo: nil, isAbsolute: true)
  }

  /// What has passed validation must fit on the lines of a request.
  private static func requireOneLine(_ request: TransportRequest) throws {
    let parts = [request.method.rawValue, request.url.absoluteString] + request.headers.fields.map(\.name)
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } }),
      request.headers.fields.allSatisfy({ $0.value.utf8.allSatisfy { $0 == 9 || (0x20...0x7E).contains($0) } })
    else { throw Changed() }
  }

  /// Something that should have been refused or kept was not.
  private struct Changed: Error {}

  private static let requests = [
    "GET\nhttps://api.cc.email/v3/contacts?limit=1&cursor=x%3D\nAccept: application/json\nX-A: 1",
    "POST\nhttp://127.0.0.1:8080/v3\nContent-Type: text/csv", "get\nhttp://[::1]:80/a#b", "PATCH\nhttps://user:pw@h/",
    "DELETE\nhttps://bücher.example:443/ä?ö",
  ]
}
