public import ConstantContactAuth
public import ConstantContactTransport

/// The properties of an operation that are known before it is called.
public struct OperationDescriptor: Sendable, Hashable {
  /// The name: resource and method, such as `contacts.create`. Errors, logs and metrics carry it.
  public let name: String
  /// The HTTP method.
  public let method: TransportMethod
  /// The path below the base URL with its parameters in braces, as in the API contract.
  public let pathTemplate: String
  /// The scope that the token must have; `nil` when any token suffices.
  public let scope: OAuthScope?
  /// The privilege that the connected user must have; `nil` when any user suffices.
  public let privilege: UserPrivilege?
  /// The statuses that the contract names for success. Any other 2xx is success as well.
  public let successStatuses: [TransportStatus]
  /// When the request may be retried.
  public let replay: ReplayRule
  /// How to find out whether a write took effect; `nil` for reads and for writes that may be repeated without harm.
  public private(set) var outcomeCheck: OutcomeCheck?
  /// What a 2xx response brings; `nil` when the library does not know, as for the caller's own operations.
  package private(set) var promise: ResponsePromise?

  /// The name of calls whose path is supplied by the caller.
  package static let rawName = "raw"

  /// Creates a description.
  ///
  /// - Parameters:
  ///   - name: Resource and method, such as `contacts.create`.
  ///   - method: The HTTP method.
  ///   - pathTemplate: The path below the base URL, its parameters in braces.
  ///   - scope: The scope that the token must have; `nil` when any token suffices.
  ///   - privilege: The privilege that the connected user must have; `nil` when any user suffices.
  ///   - success: The statuses that the contract names for success; 200 by default.
  ///   - replay: When the request may be retried.
  ///   - outcomeCheck: How to find out whether a write took effect when its response was lost.
  public init(
    _ name: String,
    _ method: TransportMethod,
    _ pathTemplate: String,
    scope: OAuthScope?,
    privilege: UserPrivilege?,
    success: [TransportStatus] = [200],
    replay: ReplayRule,
    outcomeCheck: OutcomeCheck? = nil
  ) {
    self.name = name
    self.method = method
    self.pathTemplate = pathTemplate
    self.scope = scope
    self.privilege = privilege
    self.successStatuses = success
    self.replay = replay
    self.outcomeCheck = outcomeCheck
  }

  /// Returns the same operation with a way to find out whether it took effect.
  package func checked(by method: String? = nil, _ purpose: String) -> OperationDescriptor {
    var descriptor = self
    descriptor.outcomeCheck = OutcomeCheck(method: method, purpose: purpose)
    return descriptor
  }

  /// Returns the same operation with what its 2xx response brings.
  package func returning(_ promise: ResponsePromise) -> OperationDescriptor {
    var descriptor = self
    descriptor.promise = promise
    return descriptor
  }

  /// Whether the operation only reads, so that it has no effect however often it is received.
  var isRead: Bool { ["GET", "HEAD", "OPTIONS"].contains(method.rawValue) }
}
