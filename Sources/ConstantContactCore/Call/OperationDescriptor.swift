public import ConstantContactAuth
public import ConstantContactTransport

/// What is known of an operation before it is called.
public struct OperationDescriptor: Sendable, Hashable {
  /// The name: resource and method, such as `contacts.create`. Errors, logs and metrics carry it.
  public let name: String
  /// The method.
  public let method: TransportMethod
  /// The path below the base URL, its parameters in braces, as the vendor's contract writes it.
  public let pathTemplate: String
  /// The scope that the token must have; `nil` when any token will do.
  public let scope: OAuthScope?
  /// The privilege that the connected user must have; `nil` when any user will do.
  public let privilege: UserPrivilege?
  /// The statuses that the contract names for success. Any other 2xx is success as well.
  public let successStatuses: [TransportStatus]
  /// When the request may be sent again.
  public let replay: ReplayRule
  /// What to look at when the answer was lost and it is not known whether the service acted, as the end of a sentence;
  /// `nil` when calling again does no harm.
  public private(set) var lostReply: String?

  /// The name of calls whose path is the caller's own.
  package static let rawName = "raw"

  /// Describes an operation.
  public init(
    _ name: String,
    _ method: TransportMethod,
    _ pathTemplate: String,
    scope: OAuthScope?,
    privilege: UserPrivilege?,
    success: [TransportStatus] = [200],
    replay: ReplayRule
  ) {
    self.name = name
    self.method = method
    self.pathTemplate = pathTemplate
    self.scope = scope
    self.privilege = privilege
    self.successStatuses = success
    self.replay = replay
  }

  /// The same operation, with what to look at when its answer was lost.
  public func afterLostReply(_ check: String) -> OperationDescriptor {
    var descriptor = self
    descriptor.lostReply = check
    return descriptor
  }
}
