internal import ConstantContactTesting
internal import FlyingFox
internal import Foundation

/// The page at `/`, which says what this server is and what it holds, and the account as a file.
enum SandboxPage {
  static let dumpPath = "/sandbox/dump"

  /// Returns the response to a request for a page; `nil` for a request to the account.
  static func response(to request: HTTPRequest, from fake: FakeConstantContact) async -> HTTPResponse? {
    guard request.method == .GET else { return nil }
    switch request.target.rawValue {
    case "/": return response("text/html; charset=utf-8", Data(html(await fake.counts).utf8))
    case dumpPath: return response("application/json", await fake.dump())
    default: return nil
    }
  }

  private static func response(_ type: String, _ body: Data) -> HTTPResponse {
    HTTPResponse(statusCode: .ok, headers: [.contentType: type, .connection: "close"], body: body)
  }

  private static func html(_ counts: KeyValuePairs<String, Int>) -> String {
    let rows = FakeConstantContact.operations.map { operation in
      "<tr><td><code>\(operation.method) /v3\(operation.path)</code></td>"
        + "<td>\(operation.scope ?? "")</td><td>\(operation.privilege ?? "")</td></tr>"
    }
    let counted = counts.map { "<tr><td>\($0.key)</td><td class=\"count\">\($0.value)</td></tr>" }
    return """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Constant Contact sandbox</title>
      <style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:3rem auto;padding:0 1rem}td{padding-right:2rem}
      .count{text-align:right}</style></head>
      <body>
      <h1>Constant Contact sandbox</h1>
      <p>This server simulates an account of the Constant Contact V3 API in memory. It is part of ConstantContactKit and not
      connected to Constant Contact. All data is invented and lost when the server stops.</p>
      <p>The API is below <code>/v3</code>, the authorization server below <code>/oauth2/default/v1</code>, the token endpoint
      for partners below <code>/partners/oauth2/default/v1</code>. Paths that are not simulated get a 501.</p>
      <h2>The account</h2>
      <p>As a file: <a href="\(dumpPath)"><code>\(dumpPath)</code></a></p>
      <table>
      \(counted.joined(separator: "\n"))
      </table>
      <h2>\(rows.count) operations</h2>
      <table><tr><th align="left">Operation</th><th align="left">Scope</th><th align="left">Privilege</th></tr>
      \(rows.joined(separator: "\n"))
      </table>
      </body>
      </html>

      """
  }
}
