import ConstantContactKit
import ConstantContactTesting
import Foundation

/// Responses stored in files.
enum Fixture {
  static func text(_ name: String) throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).json")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// An object with the ID of every resource: the shortest response that keeps the promise of any operation on one resource.
  static let anyResource: String = {
    let names = [
      "contact_id", "list_id", "custom_field_id", "tag_id", "segment_id", "campaign_id", "campaign_activity_id",
      "activity_id", "event_id", "id", "encoded_account_id", "country_code", "email_address", "topic_id", "plan_type",
      "resend_request_id", "alternative_subject", "registration_id", "total", "unsubscribed_count",
    ]
    let members =
      names.map { #""\#($0)":"1""# } + ["results", "link_click_counts", "tracking_activities"].map { #""\#($0)":[]"# }
    return "{\(members.joined(separator: ","))}"
  }()

  static func decode<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONCoding.decode(Data(text(name).utf8))
  }
}

/// A client with scripted responses and without retries.
struct ScriptedClient {
  let transport: ScriptedTransport
  let client: ConstantContact

  init(_ steps: ScriptedTransport.Step...) {
    transport = ScriptedTransport(steps)
    let clock = ManualClock(automatic: true)
    var configuration = ConstantContactConfiguration(time: clock.timeSource)
    configuration.retry = .none
    client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport, configuration: configuration)
  }

  /// The body of a request, as JSON.
  func body(_ index: Int) async throws -> RawJSON? {
    let requests = await transport.requests
    guard requests.indices.contains(index), let body = requests[index].body else { return nil }
    return try JSONCoding.decode(body.data())
  }

  /// The percent-encoded query items of a request.
  func query(_ index: Int = 0) async -> [String] {
    let requests = await transport.requests
    guard requests.indices.contains(index) else { return [] }
    return requests[index].url.query(percentEncoded: true)?.split(separator: "&").map(String.init) ?? []
  }
}

extension ScriptedTransport.Step {
  static func fixture(_ status: TransportStatus, _ name: String) throws -> Self {
    .json(status, try Fixture.text(name))
  }
}

extension FakeConstantContact {
  /// The complete stored contact.
  func stored(_ id: ContactID) throws -> [String: RawJSON] {
    guard let contact = contact(id: id.rawValue) else { return [:] }
    return try JSONCoding.decode(contact.json)
  }
}

/// The error that a call throws; `nil` when it succeeds.
func failure(of call: () async throws -> some Any) async throws -> ConstantContactError? {
  do {
    _ = try await call()
    return nil
  } catch let error as ConstantContactError {
    return error
  }
}
