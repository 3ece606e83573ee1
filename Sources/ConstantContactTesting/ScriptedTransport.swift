public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A transport that answers from a script: each step is used once, in order, and every request is kept.
///
/// ```swift
/// let transport = ScriptedTransport([.json(200, #"{"contacts": []}"#)])
/// let client = ConstantContact(tokens: StaticTokenProvider(AccessToken("token")), transport: transport)
/// let nobody = try await client.contacts.find(email: "ann@example.com")
/// try await transport.verifyAllUsed()
/// ```
public actor ScriptedTransport: HTTPTransport {
  /// What happens to one request.
  public struct Step: Sendable {
    let answer: @Sendable (TransportRequest) async throws -> TransportResponse

    /// Answers with a response.
    public static func respond(_ response: TransportResponse) -> Step { Step { _ in response } }

    /// Answers with JSON text.
    public static func json(_ status: TransportStatus, _ text: String, headers: TransportHeaders = TransportHeaders())
      -> Step
    {
      var headers = headers
      if headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
      return respond(TransportResponse(status: status, headers: headers, body: Data(text.utf8)))
    }

    /// Fails.
    public static func fail(_ error: any Error) -> Step { Step { _ in throw error } }

    /// Lets a closure look at the request and answer it.
    public static func handle(_ answer: @escaping @Sendable (TransportRequest) async throws -> TransportResponse)
      -> Step
    {
      Step(answer: answer)
    }
  }

  private var steps: [Step]
  private var nextStep = 0
  private var unexpected = 0

  /// The requests so far, in the order of arrival, unexpected ones included.
  public private(set) var requests: [TransportRequest] = []

  /// Makes a transport with a script.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// Adds a step at the end.
  public func append(_ step: Step) { steps.append(step) }

  /// How many steps have not been used.
  public var unusedCount: Int { steps.count - nextStep }

  /// Answers with the next step.
  ///
  /// - Throws: What the step throws; `TransportError` with code `other` when there is no step left.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    try request.validate()
    try Task.checkCancellation()
    requests.append(request)
    guard nextStep < steps.count else {
      unexpected += 1
      throw TransportError(
        .other,
        delivery: .notSent,
        message: "no step is left for request \(requests.count), \(request.operation)"
      )
    }
    nextStep += 1
    return try await steps[nextStep - 1].answer(request)
  }

  /// Throws unless every step was used and every request found a step.
  ///
  /// - Throws: ``ScriptMismatch``.
  public func verifyAllUsed() throws {
    if unusedCount > 0 || unexpected > 0 {
      throw ScriptMismatch(unusedSteps: unusedCount, unexpectedRequests: unexpected)
    }
  }
}
