public import ConstantContactCore
public import ConstantContactTransport

/// An API operation that a partner calls on behalf of an account.
public struct ProxiedOperation: Sendable, Encodable {
  /// The method.
  public var method: TransportMethod
  /// The path below the base URL with its parameters in braces, such as `/contacts/{contact_id}`.
  public var path: String
  /// The path parameters, by name.
  public var pathParameters: [String: String] = [:]
  /// The query parameters.
  public var query: [String: String] = [:]
  /// The header fields.
  public var headers: [String: String] = [:]
  /// The body.
  public var body: JSONValue?

  /// Creates an operation.
  public init(_ method: TransportMethod, _ path: String) {
    self.method = method
    self.path = path
  }

  /// Encodes it as the service takes it: names and values apart, the body as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: TextKey.self)
    try container.encode(path, forKey: TextKey("account_operation_url"))
    try container.encode(method.rawValue, forKey: TextKey("account_operation_method"))
    if let body, case .bytes(let data) = try JSONCoding.body(body) {
      try container.encode(String(decoding: data, as: UTF8.self), forKey: TextKey("account_operation_payload"))
    }
    func encode(_ pairs: [String: String], _ key: String, _ name: String) throws {
      if pairs.isEmpty { return }
      let objects = pairs.sorted { $0.key < $1.key }.map { ["\(name)_key": $0.key, "\(name)_value": $0.value] }
      try container.encode(objects, forKey: TextKey(key))
    }
    try encode(query, "account_operation_query_parameters", "query_param")
    try encode(pathParameters, "account_operation_path_parameters", "path_param")
    try encode(headers, "account_operation_headers", "header")
  }
}

extension ProxiedOperation: Redacting {
  /// The method and the path, without parameters and body.
  public var description: String { "ProxiedOperation(\(method) \(path))" }
}
