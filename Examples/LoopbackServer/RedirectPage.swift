internal import FlyingFox
internal import Foundation

/// What the browser shows when it has come back.
public struct RedirectPage: Sendable, Hashable {
  /// Whether all went well.
  public let isSuccess: Bool
  /// The heading.
  public let title: String
  /// What to do next.
  public let text: String

  /// Makes a page.
  public init(isSuccess: Bool, title: String, text: String) {
    self.isSuccess = isSuccess
    self.title = title
    self.text = text
  }

  /// The page as HTML. Title and text are escaped.
  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>\(Self.escape(title))</title></head>
    <body><h1>\(Self.escape(title))</h1><p>\(Self.escape(text))</p></body>
    </html>

    """
  }

  var response: HTTPResponse {
    var headers = HTTPHeaders()
    headers[.contentType] = "text/html; charset=utf-8"
    // The address holds the code: no cache keeps the page, and no link gives it away.
    headers[.cacheControl] = "no-store"
    headers[HTTPHeader("Referrer-Policy")] = "no-referrer"
    headers[HTTPHeader("Content-Security-Policy")] = "default-src 'none'; frame-ancestors 'none'"
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    headers[.connection] = "close"
    return HTTPResponse(statusCode: isSuccess ? .ok : .badRequest, headers: headers, body: Data(html.utf8))
  }

  private static func escape(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.append(character)
      }
    }
    return out
  }
}
