#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// An `application/x-www-form-urlencoded` body, the format of the token endpoint.
package struct FormBody: Sendable {
  /// The value for the `Content-Type` header.
  package static let contentType = "application/x-www-form-urlencoded"

  private var items: [(name: String, value: String)] = []

  /// Creates an empty form.
  package init() {}

  /// Appends a field.
  package mutating func append(_ name: String, _ value: String) { items.append((name, value)) }

  /// The encoded bytes.
  package var data: Data { Data(PercentEncoding.query(items).utf8) }
}

extension FormBody: Redacting {
  /// The names of the fields, without their values.
  package var description: String { "form(\(items.map(\.name).joined(separator: ", ")))" }
}
