#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A `multipart/form-data` body, as the CSV import takes it.
public struct MultipartBody: Sendable {
  /// The line that separates the parts.
  public let boundary: String

  private var bytes = Data()

  /// Makes an empty body.
  ///
  /// - Parameter boundary: 1 to 70 letters, digits, `-` or `_`; random by default.
  public init(boundary: String = "ConstantContactKit-" + UUID().uuidString) {
    self.boundary = boundary
  }

  /// The value for the `Content-Type` header.
  public var contentType: String { "multipart/form-data; boundary=\(boundary)" }

  /// Adds a plain field.
  public mutating func append(name: String, value: String) {
    appendPart(disposition: "name=\"\(Self.escape(name))\"", contentType: nil, content: Data(value.utf8))
  }

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: The field's name.
  ///   - filename: The name the server is told.
  ///   - contentType: The file's media type, such as `text/csv`.
  ///   - content: The file's bytes.
  /// - Throws: ``TransportError`` with code `invalidRequest` when the media type holds a control character.
  public mutating func append(name: String, filename: String, contentType: String, content: Data) throws {
    guard contentType.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      throw TransportError(
        .invalidRequest,
        delivery: .notSent,
        message: "the media type of part \(name) holds a control character"
      )
    }
    appendPart(
      disposition: "name=\"\(Self.escape(name))\"; filename=\"\(Self.escape(filename))\"",
      contentType: contentType,
      content: content
    )
  }

  /// The encoded bytes, closed by the final boundary.
  public var data: Data { bytes + Data("--\(boundary)--\r\n".utf8) }

  private mutating func appendPart(disposition: String, contentType: String?, content: Data) {
    var head = "--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n"
    if let contentType { head += "Content-Type: \(contentType)\r\n" }
    bytes += Data((head + "\r\n").utf8) + content + Data("\r\n".utf8)
  }

  /// Quotes a name as browsers do, so that it can neither end the quotes nor start a header of its own.
  private static func escape(_ text: String) -> String {
    // By scalar: Swift sees CR LF as one character.
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
