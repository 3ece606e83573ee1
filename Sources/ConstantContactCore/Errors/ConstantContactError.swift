public import ConstantContactAuth
public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An error thrown by an API call.
///
/// Every method of the library throws this error, or `CancellationError` when its task was cancelled. It holds no token, header,
/// email address or value of a request, so it can be logged as it is.
///
/// ```swift
/// do {
///   _ = try await client.contacts.create(NewContact(email: address))
/// } catch let error as ConstantContactError {
///   switch error.advice.kind {
///   case .reconnect: print("reconnect the account and grant", error.advice.scopes)
///   case .retryLater: print("retry at", error.advice.date ?? Date(timeIntervalSinceNow: 60))
///   case .fixInput: print("correct", error.advice.field?.name ?? "the request")
///   default: print(error.localizedDescription)
///   }
/// }
/// ```
public struct ConstantContactError: Error, Sendable {
  /// The kind of failure: an open set.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The code's name. It is stable and can label a metric.
    public let rawValue: String

    /// Creates a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code's name.
    public var description: String { rawValue }
  }

  /// Whether the API can have acted on the request.
  public enum Effect: Sendable, Hashable {
    /// It has not acted. Every failed read has this effect.
    case none
    /// It may have acted: the response was lost. Check the outcome before retrying, see ``ConstantContactError/outcomeCheck``.
    case uncertain
    /// It has acted: only the response could not be read.
    case done
  }

  /// The kind of failure.
  public let code: Code
  /// What failed and why, as a sentence without a full stop. ``advice`` says what to do.
  public let message: String
  /// The operation's name, such as `contacts.create`.
  public let operation: String
  /// The status of the response, if there was one.
  public let status: TransportStatus?
  /// The faults that the response names; empty when the library raised the error itself.
  public let faults: [APIFault]
  /// The API's IDs for the request (`x-amzn-RequestId`, `x-eig-tracking-id`), which Constant Contact's support asks for.
  public let requestIDs: [String]
  /// Whether the API can have acted on the request.
  public let effect: Effect
  /// When to retry: with ``Code/quotaExceeded`` the start of the next day in UTC, or a minute from now when the day has only just
  /// begun; with other codes what the response requested.
  public let resumesAt: Date?
  /// The scope that the operation needs, with ``Code/missingScope`` and ``Code/forbidden``.
  public let scope: OAuthScope?
  /// The user privilege that the operation needs, with ``Code/forbidden``.
  public let privilege: UserPrivilege?
  /// The field that breaks a limit, with ``Code/invalidInput``.
  public let invalidField: InvalidField?
  /// How to find out whether the request took effect, unless ``effect`` is `none`; `nil` when repeating the call does
  /// no harm.
  public let outcomeCheck: OutcomeCheck?
  /// The underlying error. It may name a URL, so it is kept out of `description`.
  public let cause: (any Error)?

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - code: The kind of failure.
  ///   - message: What failed and why, as a sentence without a full stop; no personal data.
  ///   - operation: The operation's name.
  ///   - status: The status of the response.
  ///   - faults: The faults that the response names.
  ///   - requestIDs: The API's IDs for the request.
  ///   - effect: Whether the API can have acted on the request.
  ///   - resumesAt: When to retry.
  ///   - scope: The scope that the operation needs.
  ///   - privilege: The user privilege that the operation needs.
  ///   - invalidField: The field that breaks a limit.
  ///   - outcomeCheck: How to find out whether the request took effect.
  ///   - cause: The underlying error.
  public init(
    _ code: Code,
    _ message: String,
    operation: String,
    status: TransportStatus? = nil,
    faults: [APIFault] = [],
    requestIDs: [String] = [],
    effect: Effect = .none,
    resumesAt: Date? = nil,
    scope: OAuthScope? = nil,
    privilege: UserPrivilege? = nil,
    invalidField: InvalidField? = nil,
    outcomeCheck: OutcomeCheck? = nil,
    cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.operation = operation
    self.status = status
    self.faults = faults
    self.requestIDs = requestIDs
    self.effect = effect
    self.resumesAt = resumesAt
    self.scope = scope
    self.privilege = privilege
    self.invalidField = invalidField
    self.outcomeCheck = outcomeCheck
    self.cause = cause
  }

  /// Whether the connection to the account or the app's settings must be fixed before any call can succeed.
  public var isAuthorizationFailure: Bool {
    [.missingScope, .unauthorized, .reconnectRequired, .forbidden, .invalidClient].contains(code)
  }

  /// Whether it is unknown if the request took effect, because its response was lost: ``effect`` is `uncertain`.
  public var outcomeIsUnknown: Bool { effect == .uncertain }

  /// The ID of the contact that already has the email address, when the fault of a 409 names it.
  public var conflictingID: String? {
    guard code == .conflict else { return nil }
    return faults.lazy.compactMap { $0.message.firstMatch(of: Self.uuid).map { String($0.output) } }.first
  }

  /// Returns the same error with some of its properties replaced.
  package func with(
    message: String? = nil, effect: Effect? = nil, resumesAt: Date? = nil, outcomeCheck: OutcomeCheck? = nil
  ) -> ConstantContactError {
    ConstantContactError(
      code, message ?? self.message, operation: operation, status: status, faults: faults, requestIDs: requestIDs,
      effect: effect ?? self.effect, resumesAt: resumesAt ?? self.resumesAt, scope: scope, privilege: privilege,
      invalidField: invalidField, outcomeCheck: outcomeCheck ?? self.outcomeCheck, cause: cause)
  }

  private static var uuid: Regex<Substring> {
    /[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/
  }
}

extension ConstantContactError: Redacting {
  /// The operation, what failed and why, and what to do; then code, status and request ID.
  public var description: String {
    var text = "\(operation): \(message)"
    if !text.hasSuffix(".") { text += "." }
    if let sentence = advice.sentence { text += " \(sentence)" }
    text += " [\(code)"
    if let status { text += ", status \(status)" }
    if let id = requestIDs.first { text += ", request \(id)" }
    return text + "]"
  }
}
