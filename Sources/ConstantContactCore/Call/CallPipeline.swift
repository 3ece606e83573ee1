package import ConstantContactAuth
package import ConstantContactTransport

/// Makes calls. The life of a call, outermost step first:
///
/// 1. The user's middlewares see the request, without its token, and in the end the response.
/// 2. The deadline of the whole call begins.
/// 3. A token that is known to lack the operation's scope ends the call here, before any request.
/// 4. The retry loop: access token → limiter → transport. The limiter is inside, since each attempt counts. The token is requested first,
///    since that may take a request of its own, and again when it expired while the limiter made the call wait: then the slot is
///    returned.
/// 5. The status decides: 2xx returns; otherwise the faults are decoded, and the call is retried or ends with an error. A 401 is
///    retried once, with a token other than the refused one.
/// 6. What the operation promises is checked, and the response is decoded.
package struct CallPipeline: Sendable {
  package let configuration: ConstantContactConfiguration
  package var options = CallOptions()
  package let transport: any HTTPTransport
  package let tokens: any AccessTokenProvider
  /// Header fields of every request, such as a partner's API key.
  let credentials: TransportHeaders

  package init(
    configuration: ConstantContactConfiguration,
    transport: any HTTPTransport,
    tokens: any AccessTokenProvider,
    credentials: TransportHeaders = TransportHeaders()
  ) {
    self.configuration = configuration
    self.transport = transport
    self.tokens = tokens
    self.credentials = credentials
  }

  /// The deadline of a call: the call's own option or else the configuration's.
  package var effectiveDeadline: Duration { options.deadline ?? configuration.deadline }
  /// The time that one attempt may take: the call's own option or else the configuration's.
  package var effectiveAttemptTimeout: Duration { options.attemptTimeout ?? configuration.attemptTimeout }
  /// The retry policy of a call: the call's own option or else the configuration's.
  package var effectiveRetry: RetryPolicy { options.retry ?? configuration.retry }

  /// Makes a call and decodes its result.
  ///
  /// - Throws: ``ConstantContactError`` or `CancellationError`.
  package func send<Response>(_ operation: APIOperation<Response>) async throws -> Response {
    let transport = transport
    return try await perform(operation) { try await transport.send($0) }
  }

  /// Makes a call whose attempts are sent by a closure.
  ///
  /// - Parameter isBodyInFile: Whether the closure writes the body of a 2xx response to a file. What the operation promises is then
  ///   checked by the caller.
  func perform<Response>(
    _ operation: APIOperation<Response>,
    isBodyInFile: Bool = false,
    exchange: @escaping @Sendable (TransportRequest) async throws -> TransportResponse
  ) async throws -> Response {
    do {
      return try result(
        of: operation, in: await respond(to: operation, exchange: exchange), isBodyInFile: isBodyInFile)
    } catch let error as ConstantContactError where error.effect != .none {
      throw error.with(outcomeCheck: operation.descriptor.outcomeCheck)
    }
  }

  /// Decodes the response that a call ended with.
  private func result<Response>(
    of operation: APIOperation<Response>, in response: TransportResponse, isBodyInFile: Bool
  ) throws -> Response {
    let failures = FailureReader(descriptor: operation.descriptor)
    // Only a middleware that responds in place of the API can get here with another status.
    guard response.status.kind == .successful else { throw failures.error(for: response) }
    do {
      if !isBodyInFile { try operation.descriptor.promise?.check(response, body: response.body) }
      return try operation.decode(response)
    } catch let error as ConstantContactError {
      throw error
    } catch let error as ResponsePromise.Broken {
      throw failures.error(for: error, in: response)
    } catch {
      throw failures.error(forUnreadable: response, cause: error)
    }
  }

  private func respond<Response>(
    to operation: APIOperation<Response>,
    exchange: @escaping @Sendable (TransportRequest) async throws -> TransportResponse
  ) async throws -> TransportResponse {
    let descriptor = operation.descriptor
    let request = try RequestBuilder(pipeline: self).request(for: operation)
    do {
      return try await configuration.middlewares.run(request) { request in
        try await CallExecution(pipeline: self, descriptor: descriptor, request: request, exchange: exchange).run()
      }
    } catch let error as ConstantContactError {
      throw error
    } catch let error as CancellationError {
      throw error
    } catch {
      throw ConstantContactError(
        .connection, "a middleware failed", operation: descriptor.name, effect: descriptor.effect(of: .uncertain),
        cause: error)
    }
  }

  /// Returns the scopes of the current token; `nil` when they are not known.
  package func grantedScopes(for operation: String) async throws -> Set<OAuthScope>? {
    let descriptor = OperationDescriptor(operation, .get, "/", scope: nil, privilege: nil, replay: .idempotent)
    do {
      return try await tokens.accessToken(replacing: nil).scopes
    } catch let error as OAuthError {
      throw FailureReader(descriptor: descriptor).error(for: error, after: nil)
    }
  }

  static func requestIDs(_ response: TransportResponse) -> [String] {
    ["x-amzn-RequestId", "x-eig-tracking-id"].compactMap { response.headers[$0] }
  }
}
