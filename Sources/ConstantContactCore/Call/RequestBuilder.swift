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

  /// Returns the request, without its access token. It is checked later, when the middlewares have seen it.
  func request<Response>(for operation: APIOperation<Response>) throws -> TransportRequest {
    let name = operation.descriptor.name
    var headers = operation.headers
    try pipeline.options.check(name)
    for field in pipeline.options.headers.fields { headers[field.name] = field.value }
    for field in pipeline.credentials.fields { headers[field.name] = field.value }
    headers["User-Agent"] = configuration.userAgent
    if headers["Accept"] == nil { headers["Accept"] = "application/json" }
    if operation.body != nil && headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
    headers["Authorization"] = nil
    return TransportRequest(
      method: operation.descriptor.method,
      url: try url(for: operation.target, operation: name),
      headers: headers,
      body: operation.body,
      timeout: pipeline.effectiveAttemptTimeout,
      operation: name
    )
  }

  /// Refuses a request that must not be sent: a middleware may have changed it, a link may lead to another host.
  func check(_ request: TransportRequest) throws {
    guard TransportSecurity.haveSameOrigin(request.url, configuration.baseURL) else {
      throw ConstantContactError(
        .insecure,
        "the URL is not on the configured host, and the access token must not be sent to another one",
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
      case .link(let link):
        // The link has no host and begins with the base URL's own path: it is resolved, never taken apart.
        URL(string: link, relativeTo: configuration.baseURL)?.absoluteURL
      }
    if let url { return url }
    switch target {
    case .path:
      throw ConstantContactError(.invalidInput, "the path cannot be written as a URL", operation: operation)
    case .link:
      throw ConstantContactError(
        .unreadableResponse, "the link to the next page cannot be written as a URL", operation: operation)
    }
  }
}
