internal import ConstantContactTesting
internal import FlyingFox
internal import Foundation

/// The page at `/`, which says what this server is.
enum SandboxPage {
  static var response: HTTPResponse {
    HTTPResponse(
      statusCode: .ok, headers: [.contentType: "text/html; charset=utf-8", .connection: "close"], body: Data(html.utf8))
  }

  private static var html: String {
    let rows = FakeConstantContact.operations.map { operation in
      "<tr><td><code>\(operation.method) /v3\(operation.path)</code></td>"
        + "<td>\(operation.scope ?? "")</td><td>\(operation.privilege ?? "")</td></tr>"
    }
    return """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Constant Contact sandbox</title>
      <style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:3rem auto;padding:0 1rem}td{padding-right:2rem}</style></head>
      <body>
      <h1>Constant Contact sandbox</h1>
      <p>This server simulates an account of the Constant Contact V3 API in memory. It is part of ConstantContactKit and not
      connected to Constant Contact. All data is invented and lost when the server stops.</p>
      <p>The API is below <code>/v3</code>, the authorization server below <code>/oauth2/default/v1</code>. Paths that are not
      simulated get a 501.</p>
      <table><tr><th align="left">Operation</th><th align="left">Scope</th><th align="left">Privilege</th></tr>
      \(rows.joined(separator: "\n"))
      </table>
      </body>
      </html>

      """
  }
}
