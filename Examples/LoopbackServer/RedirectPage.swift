internal import FlyingFox
internal import Foundation

/// The page that the browser shows after it has returned from a consent page.
public struct RedirectPage: Sendable, Hashable {
  /// Whether the status is 200 rather than 400.
  public let isSuccess: Bool
  /// The heading.
  public let title: String
  /// The text below the heading.
  public let text: String

  /// Creates a page.
  public init(isSuccess: Bool, title: String, text: String) {
    self.isSuccess = isSuccess
    self.title = title
    self.text = text
  }

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>\(Self.escape(title))</title></head>
    <body><h1>\(Self.escape(title))</h1><p>\(Self.escape(text))</p></body>
    </html>

    """
  }

  var response: HTTPResponse {
    // The page's address contains the code: no cache may keep it, and no link may reveal it.
    var headers = HTTPHeaders.notCached
    headers[.contentType] = "text/html; charset=utf-8"
    headers[HTTPHeader("Content-Security-Policy")] = "default-src 'none'; frame-ancestors 'none'"
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
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

extension HTTPHeaders {
  /// Header fields that keep an address out of caches and out of the `Referer` field.
  static var notCached: HTTPHeaders {
    [.cacheControl: "no-store", HTTPHeader("Referrer-Policy"): "no-referrer"]
  }
}
