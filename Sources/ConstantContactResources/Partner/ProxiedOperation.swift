public import ConstantContactCore
public import ConstantContactTransport

/// An API operation that a partner calls on behalf of an account.
public struct ProxiedOperation: Sendable, Hashable, Codable {
  /// The method.
  public var method: TransportMethod {
    get { TransportMethod(rawValue: methodName) }
    set { methodName = newValue.rawValue }
  }
  /// The path below the base URL with its parameters in braces, such as `/contacts/{contact_id}`.
  public var path: String
  /// The path parameters, by name.
  public var pathParameters: [String: String] = [:]
  /// The query parameters.
  public var query: [String: String] = [:]
  /// The header fields.
  public var headers: [String: String] = [:]
  /// The body.
  public var body: RawJSON?

  private var methodName: String

  /// Creates an operation.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - path: The path below the base URL with its parameters in braces, such as `/contacts/{contact_id}`.
  public init(_ method: TransportMethod, _ path: String) {
    methodName = method.rawValue
    self.path = path
  }
}

extension ProxiedOperation: Redacting {
  /// The method and the path, without parameters and body.
  public var description: String { "ProxiedOperation(\(method) \(path))" }
}
