#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An `application/x-www-form-urlencoded` body, as the token endpoint takes it.
public struct FormBody: Sendable {
  /// The value for the `Content-Type` header.
  public static let contentType = "application/x-www-form-urlencoded"

  private var items: [(name: String, value: String)] = []

  /// Makes an empty form.
  public init() {}

  /// Adds a field.
  public mutating func append(_ name: String, _ value: String) { items.append((name, value)) }

  /// The encoded bytes.
  public var data: Data { Data(PercentEncoding.query(items).utf8) }
}

extension FormBody: Redacting {
  /// The names of the fields, without their values.
  public var description: String { "form(\(items.map(\.name).joined(separator: ", ")))" }
}
