import ConstantContactCore
import ConstantContactKit
import ConstantContactTesting
import Foundation

/// Responses of the API, and what the library keeps of them.
extension FuzzTarget {
  static let apiTargets: [FuzzTarget] = [
    FuzzTarget("json-bodies", bodySeeds) { input in
      // The first two bytes choose the call, so that a replayed input makes the same one.
      let index = Int(input.first ?? 0) << 8 | Int(input.dropFirst().first ?? 0)
      let call = APICalls.all[index % APICalls.all.count].call
      let headers: TransportHeaders = ["Content-Type": "application/json"]
      try await call(client(TransportResponse(status: 200, headers: headers, body: Data(input.dropFirst(2)))))
    },
    FuzzTarget("error-bodies", errorSeeds) { input in
      let statuses = [400, 401, 403, 404, 409, 415, 429, 500, 503, 302, 202]
      let status = TransportStatus(rawValue: statuses[Int(input.first ?? 0) % statuses.count])
      let types = ["application/json", "text/html; charset=utf-8", "", "application/problem+json"]
      let type = types[Int(input.dropFirst().first ?? 0) % types.count]
      let response = TransportResponse(status: status, headers: ["Content-Type": type], body: Data(input.dropFirst(2)))
      do {
        _ = try await client(response).contacts.get("1a2b3c4d-0000-11ee-8000-000000000001")
      } catch let error as ConstantContactError {
        try describe(error)
      }
    },
    FuzzTarget("redaction", texts: sentences) { input in
      let body = try JSONEncoder().encode([
        ["error_key": "contacts.api.validation", "error_message": String(decoding: input, as: UTF8.self)]
      ])
      do {
        _ = try await client(TransportResponse(status: 400, body: body)).contacts.get("a")
      } catch let error as ConstantContactError {
        try describe(error)
      }
    },
    FuzzTarget("paging-link", texts: links) { input in
      let body: RawJSON = .object([
        "contacts": .array([]), "lists": .array([.object(["list_id": .string("l"), "name": .string("n")])]),
        "_links": .object(["next": .object(["href": .string(String(decoding: input, as: UTF8.self))])]),
      ])
      let response = TransportResponse(
        status: 200, headers: ["Content-Type": "application/json"], body: try JSONEncoder().encode(body))
      for try await _ in client(response).lists.list().pages {}
    },
    FuzzTarget("page-cursor", texts: cursors) { input in
      let cursor = try JSONDecoder().decode(PageCursor.self, from: Data(input))
      _ = "\(cursor)"
      _ = try JSONEncoder().encode(cursor)
    },
    FuzzTarget("response-headers", texts: headerSeeds) { input in
      let text = String(decoding: input, as: UTF8.self)
      var headers = TransportHeaders()
      for name in ["Retry-After", "Date", "Content-Type", "x-amzn-RequestId", "Location"] { headers.append(name, text) }
      for status: TransportStatus in [429, 503, 200] {
        var configuration = ConstantContactConfiguration(time: ManualClock(automatic: true).timeSource)
        configuration.deadline = .seconds(30)
        let transport = FixedTransport(TransportResponse(status: status, headers: headers), limit: 3)
        let client = ConstantContact(
          tokens: StaticTokenProvider(AccessToken("t")), transport: transport, configuration: configuration)
        do { _ = try await client.contacts.get("a") } catch let error as ConstantContactError { try describe(error) }
      }
    },
    FuzzTarget("timestamp", texts: timestamps) { input in
      let timestamp = Timestamp(text: String(decoding: input, as: UTF8.self))
      if let date = timestamp.date { _ = Timestamp(date).date }
      _ = try JSONDecoder().decode(Timestamp.self, from: JSONEncoder().encode(timestamp))
      _ = try JSONDecoder().decode([Timestamp].self, from: Data("[".utf8) + Data(input) + Data("]".utf8))
    },
    FuzzTarget("webhook-signature", texts: signatures) { input in
      // A header, a key set and a body, separated by line breaks; the header also as the JSON of its first part.
      let parts = input.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false).map(Array.init)
      let head = String(decoding: parts[0], as: UTF8.self)
      let encoded = Data(parts[0]).base64EncodedString().replacing("=", with: "").replacing("+", with: "-")
      let (keys, body) = (parts.count > 1 ? Data(parts[1]) : Data(), parts.count > 2 ? Data(parts[2]) : Data())
      _ = try? JSONDecoder().decode(WebhookNotification.self, from: body)
      for header in [head, "\(encoded.replacing("/", with: "_"))..c2lnbmF0dXJl"] {
        guard let signature = try? WebhookSignature(header: header) else { continue }
        try signature.verify(body: body, keys: keys, now: signature.date) { _, _, key in
          key.modulus.count + key.exponent.count >= 0
        }
      }
    },
    FuzzTarget("rate-limit-file", texts: rateLimitFiles, isFile: true) { input in
      try await Scratch.shared.withFile(input) { file in
        let clock = ManualClock(automatic: true)
        var configuration = ConstantContactConfiguration(time: clock.timeSource)
        let limit = RateLimit(store: FileRateLimitStore(file: file), time: clock.timeSource)
        configuration.rateLimit = limit
        configuration.deadline = .seconds(20)
        let ok = TransportResponse(status: 200, headers: ["Content-Type": "application/json"], body: Data("{}".utf8))
        let client = ConstantContact(
          tokens: StaticTokenProvider(AccessToken("t")), transport: FixedTransport(ok), configuration: configuration)
        _ = await limit.dailyQuota
        _ = try await limit.loadDailyQuota()
        for _ in 0..<2 { _ = try? await client.account.summary() }
        _ = try await limit.loadDailyQuota()
      }
    },
  ]

  private static func client(_ response: TransportResponse) -> ConstantContact {
    var configuration = ConstantContactConfiguration(time: ManualClock(automatic: true).timeSource)
    configuration.retry = RetryPolicy.none
    return ConstantContact(
      tokens: StaticTokenProvider(AccessToken("t")), transport: FixedTransport(response), configuration: configuration)
  }

  /// An error's text must be printable on one line and free of the token.
  private static func describe(_ error: ConstantContactError) throws {
    let text = "\(error) \(error.localizedDescription) \(error.faults) \(String(reflecting: error))"
    if text.contains("Bearer ") && text.contains("secret-token") { throw Leak() }
  }

  /// A secret in an error's text.
  private struct Leak: Error {}

  // MARK: Seeds

  private static let bodySeeds: [[UInt8]] = APICalls.all.enumerated().flatMap { index, call in
    Fixtures.bodies(for: call.fixture).map { [UInt8(index >> 8), UInt8(index & 0xFF)] + $0 }
  }

  private static let errorSeeds: [[UInt8]] = [
    #"[{"error_key":"contacts.api.not_found","error_message":"Contact ann@example.com was not found"}]"#,
    #"{"error_key":"throttled","error_message":"Too many requests"}"#,
    #"{"error_key":"quota_exceeded","error_message":"x"}"#,
    #"{"error":"unauthorized","error_description":"Invalid token"}"#, #"{"message":"Forbidden"}"#,
    #"{"errorCode":"E0000011","errorSummary":"Invalid token"}"#, "<html><body>502</body></html>", "",
  ].enumerated().map { [UInt8($0), 0] + Array($1.utf8) }

  private static let sentences = [
    "The contact ann@example.com already exists.", #"The contact "ann lee"@example.com already exists."#,
    "token eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl is expired", "ann%40example.com &#64; ann＠example.com",
  ]
  private static let links = [
    "/v3/contact_lists?cursor=bGltaXQ9NTAmbmV4dD0y", "/v3/contact_lists?limit=50&cursor=x%3D%3D", "",
    "https://api.cc.email/v3/contact_lists?cursor=x",
  ]
  private static let cursors = [
    #""/v3/contact_lists?cursor=x""#, #"{"operation":"lists.list","link":"/v3/contact_lists?cursor=x"}"#, #"["a"]"#,
  ]
  private static let headerSeeds = [
    "120", "0", "-1", "Sun, 06 Nov 1994 08:49:37 GMT", "Mon, 05 Jan 2026 09:00:10 GMT",
    "application/json; charset=utf-8",
  ]
  private static let timestamps = [
    "2026-04-28T21:46:22Z", "2026-04-28T21:46:22.123Z", "2026-04-28T21:46:22+0000", "2016-07-08",
    "2023-01-23 06:09:23 -0800",
    "1767603600", "\"2026-04-28T21:46:22Z\"",
  ]
  private static let signatures = [
    """
    {"alg":"RS256","b64":false,"crit":["b64"],"ts":1767603600,"kid":"k"}
    {"keys":[{"kty":"RSA","n":"u1SU1L","e":"AQAB","kid":"k"},{"kty":"EC"}]}
    {"url":"https://api.cc.email/v3/partner/accounts/1/plan","api_key":"k","event_type":"tier.increase"}
    """,
    "eyJhbGciOiJSUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il0sInRzIjoxNzY3NjAzNjAwfQ..c2lnbmF0dXJl\n{\"keys\":[]}\n{}",
  ]
  private static let rateLimitFiles = [
    #"{"day":20458,"used":12,"recent":[1767603599000000000,1767603599500000000]}"#,
    #"{"day":20458,"used":9999,"recent":[],"spent_until":1767657600}"#, #"{"day":0,"used":0,"recent":[]}"#,
  ]
}
