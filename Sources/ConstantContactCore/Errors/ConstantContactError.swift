public import ConstantContactAuth
public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Why a call came to nothing.
///
/// Every method of the library throws this, or `CancellationError` when its task was cancelled, and nothing else. It holds
/// no token, header or e-mail address, so that it can be logged as it is.
///
/// ```swift
/// do {
///   try await client.contacts.delete(id)
/// } catch let error as ConstantContactError where error.code == .notFound {
///   // gone already
/// }
/// ```
public struct ConstantContactError: Error, Sendable {
  /// What went wrong, as an open set.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The code's name: stable, fit for a metric's label.
    public let rawValue: String

    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code's name.
    public var description: String { rawValue }
  }

  /// Whether the service can have acted on the request.
  public enum Effect: Sendable, Hashable {
    /// It has not. The call may be made again.
    case none
    /// It may have: the answer was lost. Look before calling again, unless the operation is safe to repeat.
    case uncertain
    /// It has: only its answer could not be read.
    case done
  }

  /// What went wrong.
  public let code: Code
  /// One sentence for people: what happened and what to do.
  public let message: String
  /// The operation's name, such as `contacts.create`.
  public let operation: String
  /// The status of the service's answer, if there was one.
  public let status: TransportStatus?
  /// What the service named as wrong; empty when the error arose on our side.
  public let faults: [APIFault]
  /// The service's ids for the request (`x-amzn-RequestId`, `x-eig-tracking-id`): what its support asks for.
  public let requestIDs: [String]
  /// Whether the service can have acted on the request.
  public let effect: Effect
  /// When it makes sense to call again: with ``Code/quotaExceeded`` the start of the next day in UTC, or a minute from
  /// now when the day has only just begun; with others what the service asked for, if it did.
  public let resumesAt: Date?
  /// The scope that the operation needs: with ``Code/missingScope`` and ``Code/forbidden``.
  public let scope: OAuthScope?
  /// What lies underneath. It may name a URL, so it is kept out of `description`.
  public let cause: (any Error)?

  /// Makes an error.
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
    self.cause = cause
  }

  /// Whether the connection to the account is what has to be mended: nothing else will succeed before that.
  public var isAuthorizationFailure: Bool {
    [.missingScope, .unauthorized, .reconnectRequired, .forbidden, .invalidClient].contains(code)
  }

  /// Whether it is not known if the service did what it was asked: the answer was lost. The message says what to look at
  /// before calling again. The same as ``effect`` being `uncertain`.
  public var outcomeIsUnknown: Bool { effect == .uncertain }

  /// The id that a 409 names as the holder of the address, when it names one.
  public var conflictingID: String? {
    guard code == .conflict else { return nil }
    return faults.lazy.compactMap { $0.message.firstMatch(of: Self.uuid).map { String($0.output) } }.first
  }

  /// The same error with something else in it.
  func with(
    message: String? = nil, effect: Effect? = nil, resumesAt: Date? = nil
  ) -> ConstantContactError {
    ConstantContactError(
      code, message ?? self.message, operation: operation, status: status, faults: faults, requestIDs: requestIDs,
      effect: effect ?? self.effect, resumesAt: resumesAt ?? self.resumesAt, scope: scope, cause: cause)
  }

  private static var uuid: Regex<Substring> {
    /[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/
  }
}

extension ConstantContactError: Redacting {
  /// Operation, code and message, then what the service said.
  public var description: String {
    var text = "\(operation): \(message) [\(code)"
    if let status { text += ", status \(status)" }
    if let id = requestIDs.first { text += ", request \(id)" }
    return text + "]"
  }
}
