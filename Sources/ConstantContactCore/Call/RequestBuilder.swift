internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Turns an operation into a request to the configured host.
struct RequestBuilder {
  let pipeline: CallPipeline

  private var configuration: ConstantContactConfiguration { pipeline.configuration }

  func request<Response>(for operation: APIOperation<Response>) throws -> TransportRequest {
    let name = operation.descriptor.name
    var headers = operation.headers
    try pipeline.options.check(name)
    for field in pipeline.options.headers.fields { headers[field.name] = field.value }
    headers["User-Agent"] = configuration.userAgent
    if headers["Accept"] == nil { headers["Accept"] = "application/json" }
    if operation.body != nil && headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
    headers["Authorization"] = nil
    let request = TransportRequest(
      method: operation.descriptor.method,
      url: try url(for: operation.target, operation: name),
      headers: headers,
      body: operation.body,
      timeout: pipeline.options.attemptTimeout ?? configuration.attemptTimeout,
      operation: name
    )
    try check(request)
    return request
  }

  /// Refuses what must not go out: a middleware may have changed the request, a link may lead elsewhere.
  func check(_ request: TransportRequest) throws {
    guard TransportSecurity.haveSameOrigin(request.url, configuration.baseURL) else {
      throw ConstantContactError(
        .insecure,
        "the address leads to another host than the configured one, which must not see the access token",
        operation: request.operation
      )
    }
    do {
      try request.validate()
    } catch let error as TransportError {
      let code: ConstantContactError.Code = error.code == .insecure ? .insecure : .invalidInput
      throw ConstantContactError(code, error.message, operation: request.operation, cause: error)
    }
  }

  private func url<Response>(for target: APIOperation<Response>.Target, operation: String) throws -> URL {
    let base = configuration.baseURL.absoluteString
    let url =
      switch target {
      case .path(let path):
        URL(string: (base.hasSuffix("/") ? String(base.dropLast()) : base) + path, encodingInvalidCharacters: false)
      case .link(let cursor):
        // The link is host-less and begins with the base URL's own path: resolved, never taken apart.
        URL(string: cursor.link, relativeTo: configuration.baseURL)?.absoluteURL
      }
    guard let url else {
      throw ConstantContactError(.invalidInput, "the address cannot be written as a URL", operation: operation)
    }
    return url
  }
}
