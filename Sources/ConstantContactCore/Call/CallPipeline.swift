package import ConstantContactAuth
package import ConstantContactTransport

/// Makes calls. A call's life, outermost first:
///
/// 1. The user's middlewares see the request, without its token, and in the end the response.
/// 2. The deadline for the whole call begins.
/// 3. A token that is known to lack the operation's scope ends the call here, before any request.
/// 4. The retry loop: { access token → limiter → transport }. The limiter is inside, since each attempt counts. The token is
///    asked for first, since that may take a request of its own, and again when it lapsed while the limiter made the call wait:
///    then the slot goes back.
/// 5. The status decides: 2xx returns; otherwise the faults are decoded and the call is replayed or ends with an error. A 401 is
///    replayed once, with a token other than the refused one.
/// 6. The response is decoded.
package struct CallPipeline: Sendable {
  package let configuration: ConstantContactConfiguration
  package var options = CallOptions()
  package let transport: any HTTPTransport
  package let tokens: any AccessTokenProvider

  package init(
    configuration: ConstantContactConfiguration,
    transport: any HTTPTransport,
    tokens: any AccessTokenProvider
  ) {
    self.configuration = configuration
    self.transport = transport
    self.tokens = tokens
  }

  /// Makes a call and decodes its result.
  ///
  /// - Throws: ``ConstantContactError`` or `CancellationError`.
  package func send<Response>(_ operation: APIOperation<Response>) async throws -> Response {
    let transport = transport
    return try result(of: operation, in: await respond(to: operation) { try await transport.send($0) })
  }

  /// Decodes the response that a call ended with.
  func result<Response>(of operation: APIOperation<Response>, in response: TransportResponse) throws -> Response {
    guard response.status.kind == .successful else {
      // A middleware answered in the service's place.
      throw FailureReader(descriptor: operation.descriptor).error(for: response)
    }
    do {
      return try operation.decode(response)
    } catch let error as ConstantContactError {
      throw error
    } catch {
      throw ConstantContactError(
        .unreadableResponse,
        "the answer is not what the operation promises: \(DecodingFailure.describe(error))",
        operation: operation.descriptor.name,
        status: response.status,
        requestIDs: Self.requestIDs(response),
        effect: operation.descriptor.method == .get ? .none : .done
      )
    }
  }

  func respond<Response>(
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
        .connection, "a middleware failed", operation: descriptor.name, effect: .uncertain, cause: error)
    }
  }

  /// What the token that is served now was granted; `nil` when that is not known.
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
