public import ConstantContactTransport

/// One call of the API, ready to be made: `client.send(operation)`.
///
/// The methods of the resources make these. Make one yourself for what they do not cover:
///
/// ```swift
/// let operation = try APIOperation<JSONValue>.json(
///   OperationDescriptor(
///     "library.files", .get, "/library/files", scope: .accountRead, privilege: "account:read", replay: .idempotent))
/// let files = try await client.send(operation)
/// ```
///
/// (It is not called `Operation`: that is a class of Foundation, and every file that imports both would have to say
/// which one it means.)
public struct APIOperation<Response: Sendable>: Sendable {
  /// What is known of the operation before it is called.
  public var descriptor: OperationDescriptor
  /// Path and query below the base URL, percent-encoded.
  public private(set) var target: Target
  /// Header fields beside those every request carries. `Authorization` is not among them: the client sets it.
  public var headers: TransportHeaders
  /// The body.
  public var body: TransportBody?
  /// Makes the result out of a 2xx response.
  public var decode: @Sendable (TransportResponse) throws -> Response

  /// Where a request goes.
  public enum Target: Sendable, Hashable {
    /// A path below the base URL, with its query, both percent-encoded.
    case path(String)
    /// A link of the service's own, sent back untouched.
    case link(PageCursor)
  }

  /// Makes an operation.
  ///
  /// - Parameters:
  ///   - descriptor: What is known of it.
  ///   - path: The values for the template's braces, in order. They are percent-encoded, all but commas.
  ///   - query: Names and values. They are percent-encoded.
  ///   - headers: Header fields beside the usual ones.
  ///   - body: The body, already encoded.
  ///   - decode: Makes the result out of a 2xx response.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a path value is empty or a dot segment: the
  ///   request would reach another operation.
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

  /// Makes an operation that follows a link of the service's own.
  package init(
    _ descriptor: OperationDescriptor,
    following link: PageCursor,
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
      guard let value = remaining.popFirst(), !["", ".", ".."].contains(value) else {
        throw ConstantContactError(
          .invalidInput, "the path value \(segment.dropFirst().dropLast()) is empty", operation: descriptor.name)
      }
      // A comma stays: it separates the ids where a segment takes several, and the vendor asks for it as it is.
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
  /// Which kind it is: a path's values and query may hold personal data.
  public var description: String {
    switch self {
    case .path: "path"
    case .link: "link"
    }
  }
}

extension APIOperation where Response: Decodable {
  /// Makes an operation whose 2xx response is JSON.
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
  /// Makes an operation whose 2xx response says nothing.
  public static func empty(
    _ descriptor: OperationDescriptor,
    path: [String] = [],
    query: [(name: String, value: String)] = [],
    body: TransportBody? = nil
  ) throws -> APIOperation {
    try APIOperation(descriptor, path: path, query: query, body: body) { _ in }
  }
}
