public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A transport for tests that returns scripted responses in order and records every request.
///
/// ```swift
/// let transport = ScriptedTransport([.json(200, #"{"contacts": []}"#)])
/// let client = ConstantContact(tokens: StaticTokenProvider(AccessToken("token")), transport: transport)
/// let contact = try await client.contacts.find(email: "ann@example.com")
/// #expect(contact == nil)
/// try await transport.verifyAllUsed()
/// ```
public actor ScriptedTransport: HTTPTransport {
  /// The outcome of one request.
  public struct Step: Sendable {
    let handler: @Sendable (TransportRequest) async throws -> TransportResponse

    /// Returns a response.
    public static func respond(_ response: TransportResponse) -> Step { Step { _ in response } }

    /// Returns a response with a JSON body.
    ///
    /// - Parameters:
    ///   - status: The status.
    ///   - text: The body.
    ///   - headers: The header fields. `Content-Type` is `application/json` unless it is given.
    public static func json(_ status: TransportStatus, _ text: String, headers: TransportHeaders = TransportHeaders())
      -> Step
    {
      var headers = headers
      if headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
      return respond(TransportResponse(status: status, headers: headers, body: Data(text.utf8)))
    }

    /// Throws an error.
    public static func fail(_ error: any Error) -> Step { Step { _ in throw error } }

    /// Returns the result of a closure, which receives the request.
    public static func handle(_ handler: @escaping @Sendable (TransportRequest) async throws -> TransportResponse)
      -> Step
    {
      Step(handler: handler)
    }
  }

  private var steps: [Step]
  private var nextStep = 0
  private var unexpected = 0

  /// The requests so far, in the order of arrival, including unexpected ones.
  public private(set) var requests: [TransportRequest] = []

  /// Creates a transport with a script.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// Appends a step.
  public func append(_ step: Step) { steps.append(step) }

  /// The number of steps that have not been used.
  public var unusedCount: Int { steps.count - nextStep }

  /// Returns the result of the next step.
  ///
  /// - Throws: The error of the step; ``TransportError`` with code `other` when no step is left.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    try request.validate()
    try Task.checkCancellation()
    requests.append(request)
    guard nextStep < steps.count else {
      unexpected += 1
      throw TransportError(
        .other,
        delivery: .notSent,
        message: "the script has no step for request \(requests.count), `\(request.operation)`"
      )
    }
    nextStep += 1
    return try await steps[nextStep - 1].handler(request)
  }

  /// Throws unless every step was used and every request had a step.
  ///
  /// - Throws: ``ScriptMismatch``.
  public func verifyAllUsed() throws {
    if unusedCount > 0 || unexpected > 0 {
      throw ScriptMismatch(unusedSteps: unusedCount, unexpectedRequests: unexpected)
    }
  }
}
