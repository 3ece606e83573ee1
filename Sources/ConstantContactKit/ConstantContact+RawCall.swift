public import ConstantContactCore
public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension ConstantContact {
  /// Makes any call that the library has no method for, under the same limits, tokens and retries as every other call.
  ///
  /// ```swift
  /// let response = try await client.call(.get, "/account/summary", query: [("extra_fields", "physical_address")])
  /// ```
  ///
  /// - Parameters:
  ///   - method: The HTTP method.
  ///   - path: The path below the base URL, percent-encoded, such as `/contacts/counts`. The form of the API reference, which begins
  ///     with the base URL's own path (`/v3/contacts/counts`), is accepted as well.
  ///   - query: Names and values. They are percent-encoded.
  ///   - headers: Header fields beside the usual ones. `Authorization` is set by the client.
  ///   - body: The body, already encoded: ``TransportBody/json(_:)`` encodes a value. It is JSON unless a header field says otherwise.
  ///   - replay: When the request may be retried; by default a `GET` always, any other method only when the API has certainly not
  ///     acted.
  /// - Returns: The 2xx response: status, header fields and body.
  /// - Throws: ``ConstantContactError``, also for every other status; `CancellationError`.
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
        .invalidInput, "`path` must begin with `/` and must not contain a query, braces or dot segments",
        operation: OperationDescriptor.rawName, invalidField: InvalidField(name: "path"))
    }
    let descriptor = OperationDescriptor(
      OperationDescriptor.rawName, method, belowBaseURL(path), scope: nil, privilege: nil,
      replay: replay ?? (method == .get ? .idempotent : .onlyIfNotSent))
    return try await send(APIOperation(descriptor, query: query, headers: headers, body: body) { $0 })
  }

  /// Returns a path without the base URL's own path, such as `/v3`, if it begins with that.
  private func belowBaseURL(_ path: String) -> String {
    let base = configuration.baseURL.path(percentEncoded: true)
    let prefix = base.hasSuffix("/") ? base : base + "/"
    return prefix != "/" && path.hasPrefix(prefix) ? "/" + path.dropFirst(prefix.count) : path
  }
}
