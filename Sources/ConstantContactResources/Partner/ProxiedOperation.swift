public import ConstantContactCore
public import ConstantContactTransport

/// An operation of the API that a partner makes in the name of an account.
public struct ProxiedOperation: Sendable, Encodable {
  /// The method.
  public var method: TransportMethod
  /// The path below the base URL with its parameters in braces, such as `/contacts/{contact_id}`.
  public var path: String
  /// The values for the braces, by name.
  public var pathParameters: [String: String] = [:]
  /// The query.
  public var query: [String: String] = [:]
  /// Header fields.
  public var headers: [String: String] = [:]
  /// The body.
  public var body: JSONValue?

  /// Makes an operation.
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
  /// Method and path, without parameters and body.
  public var description: String { "ProxiedOperation(\(method) \(path))" }
}
