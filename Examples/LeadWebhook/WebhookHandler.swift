public import ConstantContactKit
internal import ExampleSupport
public import FlyingFox
internal import Foundation

/// The HTTP interface: `POST /leads` and `GET /health`.
public struct WebhookHandler: HTTPHandler {
  /// The limits of a request.
  public struct Limits: Sendable {
    /// The size of the body in bytes; 1,000,000, which is also the maximum of the outbox.
    public var body = 1_000_000
    /// The number of leads; 500.
    public var leads = 500
    /// How far the timestamp of a signature may be from the current time; 5 minutes.
    ///
    /// A signed request that is replayed within that time is a repetition: nothing is delivered twice. See
    /// ``ServiceSettings/memory`` and ``ServiceSettings/bodyMemory``, which are longer.
    public var timestampTolerance: Duration = .seconds(300)

    /// Creates the default limits.
    public init() {}
  }

  private enum Proof {
    case complete
    case signature(String, timestamp: String)
  }

  private let service: LeadService
  private let secret: WebhookSecret?
  private let limits: Limits
  private let time: TimeSource

  /// Creates a handler.
  ///
  /// - Parameters:
  ///   - service: The service for the leads.
  ///   - secret: The secret of the senders; `nil` accepts requests from any sender.
  ///   - limits: The limits of a request.
  ///   - time: The source of the current date.
  public init(
    service: LeadService,
    secret: WebhookSecret?,
    limits: Limits = Limits(),
    time: TimeSource = .system
  ) {
    self.service = service
    self.secret = secret
    self.limits = limits
    self.time = time
  }

  /// Returns the response to a request that is refused before its body is read; `nil` for any other request.
  public func refusal(of head: HTTPRequest) -> HTTPResponse? {
    do {
      if head.path == "/leads", head.method == .POST { _ = try checkHead(of: head) }
      return nil
    } catch {
      return error.response
    }
  }

  /// Responds to a request.
  public func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    do {
      switch request.path {
      case "/leads":
        guard request.method == .POST else { throw WebhookFault.methodNotAllowed("POST") }
        return try await takeLeads(request)
      case "/health":
        guard request.method == .GET || request.method == .HEAD else { throw WebhookFault.methodNotAllowed("GET") }
        return .json(await service.health, isHead: request.method == .HEAD)
      default:
        throw WebhookFault(.notFound, "not_found", "The paths are /leads and /health.")
      }
    } catch let fault as WebhookFault {
      return fault.response
    }
  }

  private func takeLeads(_ request: HTTPRequest) async throws -> HTTPResponse {
    let proof = try checkHead(of: request)
    let key = try key(of: request)
    let body = try await read(request.bodySequence)
    if case .signature(let signature, let timestamp) = proof,
      secret?.accepts(signature: signature, of: body, timestamp: timestamp, key: key) != true
    {
      throw WebhookFault.unauthorized("The signature is wrong. It covers X-Timestamp, Idempotency-Key and the body.")
    }

    let submission: Submission
    do {
      submission = try Submission(body: body, key: key)
    } catch let error as InputError {
      throw WebhookFault(error)
    }
    try check(submission)
    let id: String
    do {
      id = try await service.accept(submission)
    } catch let refusal as Refusal {
      throw WebhookFault(refusal)
    }
    guard var receipt = await service.receipt(for: id) else { throw WebhookFault(.storage) }
    let ignored = submission.ignoredMembers(customFields: service.customFields.values)
    if !ignored.isEmpty { receipt.ignoredMembers = ignored }
    return .json(receipt, status: receipt.queued > 0 ? .accepted : .ok)
  }

  private func check(_ submission: Submission) throws(WebhookFault) {
    guard !submission.rows.isEmpty else { throw WebhookFault(.badRequest, "no_leads", "The array is empty.") }
    guard submission.rows.count <= limits.leads else {
      throw WebhookFault(
        .payloadTooLarge, "too_many_leads",
        "The request has \(submission.rows.count) leads; the limit is \(limits.leads).")
    }
    if let row = submission.rows.first(where: { !$0.hasEmail }) {
      throw WebhookFault(
        .unprocessableContent, "no_email",
        "Lead \(row.row) has no email address. Use `email`, `work_email` or `personal_email`.", row: row.row)
    }
  }

  private func checkHead(of request: HTTPRequest) throws(WebhookFault) -> Proof {
    let proof = try proof(in: request)
    let type = request.headers[.contentType]?.split(separator: ";").first?.trimmingCharacters(in: .whitespaces)
    guard type?.lowercased() == "application/json", request.headers[.contentEncoding] == nil else {
      throw WebhookFault(
        .unsupportedMediaType, "unsupported_media_type", "The body must be application/json without compression.")
    }
    let length = request.headers[.contentLength].flatMap { Int($0) } ?? request.bodySequence.count
    if let length, length > limits.body { throw tooLarge }
    return proof
  }

  private func proof(in request: HTTPRequest) throws(WebhookFault) -> Proof {
    guard let secret else { return .complete }
    if let authorization = request.headers[.authorization] {
      guard secret.accepts(authorization: authorization) else { throw .unauthorized("The secret is wrong.") }
      return .complete
    }
    guard let signature = request.headers[HTTPHeader("X-Signature")],
      let timestamp = request.headers[HTTPHeader("X-Timestamp")]
    else {
      throw .unauthorized("Send X-Timestamp and X-Signature, or the secret in Authorization: Bearer.")
    }
    // More digits than any date needs would overflow.
    guard (1...12).contains(timestamp.utf8.count), timestamp.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let seconds = Double(timestamp)
    else { throw .unauthorized("X-Timestamp is not a number of seconds since 1970.") }
    guard abs(time.now.timeIntervalSince1970 - seconds) <= limits.timestampTolerance / .seconds(1) else {
      throw .unauthorized("X-Timestamp differs from the current time by more than the tolerance.")
    }
    return .signature(signature, timestamp: timestamp)
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
    WebhookFault(.payloadTooLarge, "body_too_large", "The limit is \(limits.body) bytes per request.")
  }

  private func key(of request: HTTPRequest) throws(WebhookFault) -> String? {
    guard let key = request.headers[HTTPHeader("Idempotency-Key")] else { return nil }
    guard (1...255).contains(key.utf8.count) else {
      throw WebhookFault(.badRequest, "bad_idempotency_key", "An Idempotency-Key has 1 to 255 bytes.")
    }
    return key
  }
}
