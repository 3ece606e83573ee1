public import ConstantContactTransport

/// One call of the API, ready to be sent: `client.send(operation)`.
///
/// The methods of the resources create operations. Create one yourself for what they do not cover:
///
/// ```swift
/// let operation = try APIOperation<RawJSON>.json(
///   OperationDescriptor(
///     "library.files", .get, "/library/files", scope: .accountRead, privilege: "account:read", replay: .idempotent))
/// let files = try await client.send(operation)
/// ```
public struct APIOperation<Response: Sendable>: Sendable {
  /// The properties of the operation that are known before it is called.
  public var descriptor: OperationDescriptor
  /// The path and query below the base URL, percent-encoded, or a link.
  public private(set) var target: Target
  /// Header fields beside those that every request carries. `Authorization` is set by the client.
  public var headers: TransportHeaders
  /// The body.
  public var body: TransportBody?
  /// Decodes the result from a 2xx response.
  public var decode: @Sendable (TransportResponse) throws -> Response

  /// The target of a request.
  public enum Target: Sendable, Hashable {
    /// A path below the base URL with its query, both percent-encoded.
    case path(String)
    /// A link that the API returned, sent back unchanged.
    case link(String)
  }

  /// Creates an operation.
  ///
  /// - Parameters:
  ///   - descriptor: The properties of the operation.
  ///   - path: The values for the template's braces, in order. They are percent-encoded, except for commas.
  ///   - query: Names and values. They are percent-encoded.
  ///   - headers: Header fields beside the usual ones.
  ///   - body: The body, already encoded: ``TransportBody/json(_:)`` encodes a value.
  ///   - decode: Decodes the result from a 2xx response.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a path value is empty or a dot segment: the request would
  ///   reach another operation.
  public init(
    _ descriptor: OperationDescriptor,
    path: [String] = [],
    query: [(name: String, value: String)] = [],
    headers: TransportHeaders = TransportHeaders(),
    body: TransportBody? = nil,
    decode: @escaping @Sendable (TransportResponse) throws -> Response
  ) throws {
    self.descriptor = descriptor
    self.headers = headers
    self.body = body
    self.decode = decode
    var text = try Self.fill(descriptor, with: path)
    if !query.isEmpty { text += "?" + PercentEncoding.query(query) }
    target = .path(text)
  }

  /// Creates an operation that follows a link of the API.
  package init(
    _ descriptor: OperationDescriptor,
    following link: String,
    decode: @escaping @Sendable (TransportResponse) throws -> Response
  ) {
    self.descriptor = descriptor
    self.target = .link(link)
    self.headers = TransportHeaders()
    self.body = nil
    self.decode = decode
  }

  private static func fill(_ descriptor: OperationDescriptor, with values: [String]) throws -> String {
    var remaining = values[...]
    let segments = try descriptor.pathTemplate.split(separator: "/", omittingEmptySubsequences: false).map { segment in
      guard segment.hasPrefix("{") else { return String(segment) }
      let field = String(segment.dropFirst().dropLast())
      guard let value = remaining.popFirst(), !["", ".", ".."].contains(value) else {
        throw ConstantContactError(
          .invalidInput, "`\(field)` is empty or a dot segment", operation: descriptor.name,
          invalidField: InvalidField(name: field))
      }
      // Where a segment takes several IDs, commas separate them and must not be encoded.
      return value.split(separator: ",", omittingEmptySubsequences: false).map { PercentEncoding.encode(String($0)) }
        .joined(separator: ",")
    }
    return segments.joined(separator: "/")
  }
}

extension APIOperation: Redacting {
  /// The name alone: query and body may hold personal data.
  public var description: String { descriptor.name }
}

extension APIOperation.Target: Redacting {
  /// The kind of the target: path values and queries may hold personal data.
  public var description: String {
    switch self {
    case .path: "path"
    case .link: "link"
    }
  }
}

extension APIOperation where Response: Decodable {
  /// Creates an operation whose 2xx response is JSON.
  ///
  /// - Parameters:
  ///   - descriptor: The properties of the operation.
  ///   - path: The values for the template's braces, in order.
  ///   - query: Names and values.
  ///   - body: The body, already encoded: ``TransportBody/json(_:)`` encodes a value.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a path value is empty or a dot segment.
  public static func json(
    _ descriptor: OperationDescriptor,
    path: [String] = [],
    query: [(name: String, value: String)] = [],
    body: TransportBody? = nil
  ) throws -> APIOperation {
    try APIOperation(descriptor, path: path, query: query, body: body) { try JSONCoding.decode($0.body) }
  }
}

extension APIOperation where Response == Void {
  /// Creates an operation whose 2xx response has no content.
  ///
  /// - Parameters:
  ///   - descriptor: The properties of the operation.
  ///   - path: The values for the template's braces, in order.
  ///   - query: Names and values.
  ///   - body: The body, already encoded: ``TransportBody/json(_:)`` encodes a value.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a path value is empty or a dot segment.
  public static func empty(
    _ descriptor: OperationDescriptor,
    path: [String] = [],
    query: [(name: String, value: String)] = [],
    body: TransportBody? = nil
  ) throws -> APIOperation {
    try APIOperation(descriptor, path: path, query: query, body: body) { _ in }
  }
}
