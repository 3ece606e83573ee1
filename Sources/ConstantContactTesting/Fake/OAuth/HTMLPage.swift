internal import ConstantContactTransport

/// A plain HTML page without scripts.
struct HTMLPage {
  let title: String
  let body: String

  func reply(_ status: Int) -> Reply {
    let text = """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\(Self.escape(title))</title>
      <style>body{font:1rem/1.5 sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem}button{font:inherit}</style></head>
      <body>
      <h1>\(Self.escape(title))</h1>
      \(body)
      </body>
      </html>

      """
    var reply = Reply(status, text: text, contentType: "text/html; charset=utf-8")
    reply.headers["Cache-Control"] = "no-store"
    return reply
  }

  static func paragraph(_ text: String) -> String { "<p>\(escape(text))</p>" }

  static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
