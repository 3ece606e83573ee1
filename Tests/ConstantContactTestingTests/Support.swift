import ConstantContactTesting
import ConstantContactTransport
import Foundation

/// A response whose JSON is read by dotted paths such as `contacts.0.contact_id`.
struct Response {
  let status: Int
  let headers: TransportHeaders
  let body: Data

  init(_ response: TransportResponse) {
    status = response.status.rawValue
    headers = response.headers
    body = response.body
  }

  func value(_ path: String) -> Any? {
    var current = try? JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)
    for part in path.split(separator: ".") {
      if let index = Int(part), let array = current as? [Any] {
        current = array.indices.contains(index) ? array[index] : nil
      } else {
        current = (current as? [String: Any])?[String(part)]
      }
    }
    return current
  }

  func string(_ path: String) -> String? { value(path) as? String }
  func int(_ path: String) -> Int? { value(path) as? Int }
  func strings(_ path: String) -> [String]? { value(path) as? [String] }
  func has(_ path: String) -> Bool { value(path) != nil }
  func count(_ path: String) -> Int? { (value(path) as? [Any])?.count }
  func ids(_ path: String, _ name: String) -> [String] {
    (value(path) as? [[String: Any]] ?? []).compactMap { $0[name] as? String }
  }
  /// The message of an error in the API's shape, an array of one.
  var fault: String? { string("0.error_message") }
}

/// A fake account and a client that sends handwritten requests.
struct Desk {
  let clock: ManualClock
  let fake: FakeConstantContact
  let token: String

  init(
    perSecond: Int = 1_000_000,
    automatic: Bool = true,
    scopes: Set<String> = ["contact_data"],
    _ configure: (inout FakeConstantContact.Configuration) -> Void = { _ in }
  ) async {
    clock = ManualClock(automatic: automatic)
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.requestsPerSecond = perSecond
    configure(&configuration)
    fake = FakeConstantContact(configuration)
    token = await fake.issueTokens(scopes: scopes).accessToken
  }

  func request(
    _ method: TransportMethod,
    _ target: String,
    _ body: String? = nil,
    token: String?? = .none,
    contentType: String? = "application/json"
  ) -> TransportRequest {
    var headers = TransportHeaders()
    if let token = token ?? self.token { headers["Authorization"] = "Bearer \(token)" }
    if body != nil { headers["Content-Type"] = contentType }
    let url = URL(string: "https://api.cc.email" + target) ?? URL(filePath: "/")
    return TransportRequest(method: method, url: url, headers: headers, body: body.map { .bytes(Data($0.utf8)) })
  }

  func call(_ method: TransportMethod, _ target: String, _ body: String? = nil) async throws -> Response {
    Response(try await fake.send(request(method, target, body)))
  }

  func postToken(_ form: [(String, String)], basic: String? = "sandbox-client:sandbox-secret") async throws -> Response
  {
    var headers: TransportHeaders = ["Content-Type": FormBody.contentType]
    if let basic { headers["Authorization"] = "Basic " + Data(basic.utf8).base64EncodedString() }
    var body = FormBody()
    for (name, value) in form { body.append(name, value) }
    let url = URL(string: "https://authz.constantcontact.com/oauth2/default/v1/token") ?? URL(filePath: "/")
    return Response(
      try await fake.send(TransportRequest(method: .post, url: url, headers: headers, body: .bytes(body.data))))
  }

  func refresh(_ token: String) async throws -> Response {
    try await postToken([("grant_type", "refresh_token"), ("refresh_token", token)])
  }
}
