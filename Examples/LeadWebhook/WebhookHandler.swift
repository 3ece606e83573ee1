internal import ExampleSupport
package import FlyingFox
internal import Foundation

/// Answers `POST /leads` and `GET /health`.
package struct WebhookHandler: HTTPHandler {
  /// What a request may be like.
  package struct Limits: Sendable {
    /// The bytes of a body; 1,000,000, which is as many as the outbox keeps of one request.
    package var body = 1_000_000
    /// The leads in a request; 500.
    package var leads = 500

    /// Makes the default limits.
    package init() {}
  }

  private let service: LeadService
  private let secret: WebhookSecret?
  private let limits: Limits

  /// Makes a handler.
  ///
  /// - Parameters:
  ///   - service: Takes the leads.
  ///   - secret: What senders prove themselves with; without one everybody who reaches the service may send.
  ///   - limits: What a request may be like.
  package init(service: LeadService, secret: WebhookSecret?, limits: Limits = Limits()) {
    self.service = service
    self.secret = secret
    self.limits = limits
  }

  package func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    do {
      switch request.path {
      case "/leads":
        guard request.method == .POST else { throw WebhookFault.methodNotAllowed("POST") }
        return try await takeLeads(request)
      case "/health":
        guard request.method == .GET || request.method == .HEAD else { throw WebhookFault.methodNotAllowed("GET") }
        return .json(await service.health, request.method == .HEAD)
      default:
        throw WebhookFault(.notFound, "not_found", "there are /leads and /health")
      }
    } catch let fault as WebhookFault {
      return fault.response
    }
  }

  private func takeLeads(_ request: HTTPRequest) async throws -> HTTPResponse {
    // What can be refused by its head is refused before the body is read.
    let signature = try checkHead(of: request)
    let body = try await read(request.bodySequence)
    if let signature, secret?.accepts(signature: signature, of: body) != true { throw WebhookFault.unauthorized }

    let submission: Submission
    do {
      submission = try Submission(body: body, key: try key(of: request))
    } catch let error as InputError {
      throw WebhookFault(error)
    }
    guard !submission.rows.isEmpty else { throw WebhookFault(.badRequest, "no_leads", "the array is empty") }
    guard submission.rows.count <= limits.leads else {
      throw WebhookFault(
        .payloadTooLarge, "too_many_leads", "at most \(limits.leads) leads a request, not \(submission.rows.count)")
    }
    let id: String
    do {
      id = try await service.accept(submission)
    } catch let refusal as Refusal {
      throw WebhookFault(refusal)
    }
    guard let receipt = await service.receipt(for: id) else { throw WebhookFault(.storage) }
    return .json(receipt, status: receipt.queued > 0 ? .accepted : .ok)
  }

  /// - Returns: The signature that the body has to have; `nil` when the head was proof enough.
  private func checkHead(of request: HTTPRequest) throws -> String? {
    var signature: String?
    if let secret {
      if let authorization = request.headers[.authorization] {
        guard secret.accepts(authorization: authorization) else { throw WebhookFault.unauthorized }
      } else {
        signature = request.headers[HTTPHeader("X-Signature")]
        if signature == nil { throw WebhookFault.unauthorized }
      }
    }
    let type = request.headers[.contentType]?.split(separator: ";").first?.trimmingCharacters(in: .whitespaces)
    guard type?.lowercased() == "application/json", request.headers[.contentEncoding] == nil else {
      throw WebhookFault(
        .unsupportedMediaType, "unsupported_media_type", "the body has to be application/json, not compressed")
    }
    if let length = request.bodySequence.count, length > limits.body { throw tooLarge }
    return signature
  }

  private func read(_ sequence: HTTPBodySequence) async throws -> [UInt8] {
    var body: [UInt8] = []
    for try await chunk in sequence {
      body += chunk
      if body.count > limits.body { throw tooLarge }
    }
    return body
  }

  private var tooLarge: WebhookFault {
    WebhookFault(.payloadTooLarge, "body_too_large", "at most \(limits.body) bytes a request")
  }

  private func key(of request: HTTPRequest) throws -> String? {
    guard let key = request.headers[HTTPHeader("Idempotency-Key")] else { return nil }
    guard (1...255).contains(key.utf8.count) else {
      throw WebhookFault(.badRequest, "bad_idempotency_key", "an Idempotency-Key has 1 to 255 bytes")
    }
    return key
  }
}
