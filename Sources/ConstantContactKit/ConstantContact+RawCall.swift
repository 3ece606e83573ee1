public import ConstantContactCore
public import ConstantContactTransport

extension ConstantContact {
  /// Makes any call the library has no method for, under the same limits, tokens and retries as every other.
  ///
  /// ```swift
  /// let response = try await client.call(.get, "/account/summary", query: [("extra_fields", "physical_address")])
  /// ```
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - path: The path below the base URL, percent-encoded, such as `/contacts/counts`.
  ///   - query: Names and values. They are percent-encoded.
  ///   - headers: Header fields beside the usual ones. `Authorization` is the client's.
  ///   - body: The body, already encoded. It is JSON unless a header says otherwise.
  ///   - replay: When the request may be sent again; by default a `GET` always, anything else only when the service has
  ///     certainly not acted.
  /// - Returns: The 2xx response: status, header fields, bytes.
  /// - Throws: ``ConstantContactError`` for every other status too; `CancellationError`.
  public func call(
    _ method: TransportMethod,
    _ path: String,
    query: [(name: String, value: String)] = [],
    headers: TransportHeaders = TransportHeaders(),
    body: TransportBody? = nil,
    replay: ReplayRule? = nil
  ) async throws -> TransportResponse {
    let isPlain =
      path.hasPrefix("/") && !path.contains { "?#{}".contains($0) }
      && !path.split(separator: "/").contains { $0 == "." || $0 == ".." }
    guard isPlain else {
      throw ConstantContactError(
        .invalidInput, "the path has to begin with / and hold no query, braces or dot segments",
        operation: OperationDescriptor.rawName)
    }
    let descriptor = OperationDescriptor(
      OperationDescriptor.rawName, method, path, scope: nil, privilege: nil,
      replay: replay ?? (method == .get ? .idempotent : .onlyIfNotSent))
    return try await send(APIOperation(descriptor, query: query, headers: headers, body: body) { $0 })
  }
}
