internal import ConstantContactCore
internal import ConstantContactTransport

/// The body of the request that calls an operation on behalf of an account.
///
/// Parameters are arrays of names and values, and the operation's body is text.
struct ProxiedOperationBody: Encodable {
  let path: String
  let method: String
  let payload: String?
  let query: [[String: String]]?
  let pathParameters: [[String: String]]?
  let headers: [[String: String]]?

  init(_ operation: ProxiedOperation) throws {
    path = operation.path
    method = operation.method.rawValue
    payload = try operation.body.map { String(decoding: try JSONCoding.body($0).data(), as: UTF8.self) }
    query = Self.pairs(operation.query, "query_param")
    pathParameters = Self.pairs(operation.pathParameters, "path_param")
    headers = Self.pairs(operation.headers, "header")
  }

  enum CodingKeys: String, CodingKey {
    case path = "account_operation_url"
    case method = "account_operation_method"
    case payload = "account_operation_payload"
    case query = "account_operation_query_parameters"
    case pathParameters = "account_operation_path_parameters"
    case headers = "account_operation_headers"
  }

  private static func pairs(_ values: [String: String], _ prefix: String) -> [[String: String]]? {
    if values.isEmpty { return nil }
    return values.sorted { $0.key < $1.key }.map { ["\(prefix)_key": $0.key, "\(prefix)_value": $0.value] }
  }
}
