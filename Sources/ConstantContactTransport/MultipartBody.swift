#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// A `multipart/form-data` body, the format of the CSV import.
package struct MultipartBody: Sendable {
  /// The line that separates the parts.
  package let boundary: String

  private var bytes = Data()

  /// Creates an empty body.
  ///
  /// - Parameter boundary: 1 to 70 letters, digits, `-` or `_`; random by default.
  package init(boundary: String = "ConstantContactKit-" + UUID().uuidString) {
    self.boundary = boundary
  }

  /// The value for the `Content-Type` header.
  package var contentType: String { "multipart/form-data; boundary=\(boundary)" }

  /// Appends a plain field.
  package mutating func append(name: String, value: String) {
    appendPart(disposition: "name=\"\(Self.escape(name))\"", contentType: nil, content: Data(value.utf8))
  }

  /// Appends a file.
  ///
  /// - Parameters:
  ///   - name: The field's name.
  ///   - filename: The file name that is sent to the server.
  ///   - contentType: The file's media type, such as `text/csv`.
  ///   - content: The file's bytes.
  /// - Throws: ``TransportError`` with code `invalidRequest` when the media type contains a control character.
  package mutating func append(name: String, filename: String, contentType: String, content: Data) throws {
    guard contentType.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      throw TransportError(
        .invalidRequest,
        delivery: .notSent,
        message:
          "the media type of the part `\(name)` contains a control or non-ASCII character: use one like `text/csv`"
      )
    }
    appendPart(
      disposition: "name=\"\(Self.escape(name))\"; filename=\"\(Self.escape(filename))\"",
      contentType: contentType,
      content: content
    )
  }

  /// The encoded bytes, closed by the final boundary.
  package var data: Data { bytes + Data("--\(boundary)--\r\n".utf8) }

  private mutating func appendPart(disposition: String, contentType: String?, content: Data) {
    var head = "--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n"
    if let contentType { head += "Content-Type: \(contentType)\r\n" }
    bytes += Data((head + "\r\n").utf8) + content + Data("\r\n".utf8)
  }

  /// Escapes a name as browsers do, so that it can neither end the quoted string nor start a header field.
  private static func escape(_ text: String) -> String {
    // By scalar, because CR LF is one `Character`.
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "%22"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
