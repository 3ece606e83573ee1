import ConstantContactTesting
import ExampleSupport
import FlyingFox
import FlyingSocks
import Foundation
import Testing

@testable import LeadWebhook

@Suite struct WebhookHandlerTests {
  private struct Wire {
    let bench = Bench()
    let folder: ServiceFolder
    let service: LeadService
    let handler: WebhookHandler
    let secret: WebhookSecret?

    init(secret: String? = "0123456789abcdef", limits: WebhookHandler.Limits = .init()) async throws {
      self.secret = secret.flatMap { WebhookSecret($0) }
      folder = try await bench.folder()
      service = try await bench.service(in: folder)
      handler = WebhookHandler(service: service, secret: self.secret, limits: limits, time: bench.clock.timeSource)
    }

    func send(
      _ body: String,
      method: HTTPMethod = .POST,
      path: String = "/leads",
      headers: [HTTPHeader: String] = [:],
      isSigned: Bool = true,
      timestamp: String? = nil
    ) async throws -> (status: Int, headers: HTTPHeaders, json: JSON) {
      var headers = headers
      if headers[.contentType] == nil { headers[.contentType] = "application/json" }
      if isSigned, let secret {
        let timestamp = timestamp ?? "\(Int(bench.clock.date.timeIntervalSince1970))"
        headers[HTTPHeader("X-Timestamp")] = timestamp
        headers[HTTPHeader("X-Signature")] = secret.signature(
          of: Array(body.utf8), timestamp: timestamp, key: headers[HTTPHeader("Idempotency-Key")])
      }
      let request = HTTPRequest(
        method: method, version: .http11, path: path, query: [], headers: headers, body: Data(body.utf8))
      let response = try await handler.handleRequest(request)
      return (
        response.statusCode.code, response.headers, try JSONDecoder().decode(JSON.self, from: await response.bodyData)
      )
    }
  }

  private struct JSON: Decodable {
    struct FaultBody: Decodable {
      let code: String
      let message: String
      let row: Int?
    }

    let error: FaultBody?
    let leads: [ResultLine]?
    let status: String?
    let ignoredMembers: [String]?

    enum CodingKeys: String, CodingKey {
      case error, leads, status
      case ignoredMembers = "ignored_members"
    }
  }

  @Test func acceptsOneLeadOrSeveral() async throws {
    let wire = try await Wire()
    let one = try await wire.send("{\n \"work_email\": \"ann@example.com\",\n \"First Name\": \"Ann\" }")
    #expect(one.status == 200)
    #expect(one.json.leads?.map(\.outcome) == [.created])
    let two = try await wire.send(
      #"[{"work_email": "ann@example.com"}, {"personal_email": "bob@example.com"}]"#,
      headers: [.contentType: "Application/JSON; charset=utf-8"])
    #expect(two.status == 200)
    #expect(two.json.leads?.map(\.outcome) == [.skipped, .created])
    #expect(await wire.bench.account.contact(email: "ann@example.com")?.firstName == "Ann")
    wire.folder.release()
  }

  @Test(arguments: [
    #"{"email": "ann@example.com"}"#, #"{"E-Mail": "ann@example.com"}"#, #"{"Email Address": "ann@example.com"}"#,
    #"{"email": "ann@example.com", "work_email": ""}"#, #"{"personal-email": "ann@example.com"}"#,
  ])
  func commonNamesOfTheAddressAreAccepted(body: String) async throws {
    let wire = try await Wire()
    let response = try await wire.send(body)
    #expect(response.status == 200)
    #expect(response.json.leads?.map(\.outcome) == [.created])
    #expect(response.json.ignoredMembers == nil)
    wire.folder.release()
  }

  @Test(arguments: [
    ("{}", 1), (#"{"first_name": "Ann"}"#, 1), (#"{"email": " ", "work_email": null}"#, 1),
    (#"[{"email": "ann@example.com"}, {"mail": "bob@example.com"}]"#, 2),
  ])
  func leadWithoutAddressIs422(body: String, row: Int) async throws {
    let wire = try await Wire()
    let response = try await wire.send(body)
    #expect(response.status == 422)
    #expect(response.json.error?.code == "no_email")
    #expect(response.json.error?.row == row)
    // No lead of the request is stored or sent.
    #expect(await wire.service.health.outbox.requests == 0)
    #expect(await wire.bench.account.requests.isEmpty)
    wire.folder.release()
  }

  @Test func unknownMembersAreNamed() async throws {
    let wire = try await Wire()
    let response = try await wire.send(
      #"[{"email": "a@example.com", "Shoe Size": 42}, {"email": "b@example.com", "Name": "B"}]"#)
    #expect(response.status == 200)
    #expect(response.json.ignoredMembers == ["Shoe Size", "Name"])
    let many = (0..<500).map { "\"member\($0)\": 1" }.joined(separator: ",")
    #expect(try await wire.send("{\"email\": \"c@example.com\", \(many)}").json.ignoredMembers?.count == 20)
    wire.folder.release()
  }

  /// A captured request is of no use later, and cannot be sent with another key.
  @Test func signaturesExpireAndCoverTheKey() async throws {
    let wire = try await Wire()
    let body = #"{"email": "ann@example.com"}"#
    let now = Int(wire.bench.clock.date.timeIntervalSince1970)
    for timestamp in ["\(now - 301)", "\(now + 301)", "", "-1", "soon", "1e9", String(repeating: "9", count: 400)] {
      #expect(try await wire.send(body, timestamp: timestamp).status == 401)
    }
    for timestamp in ["\(now - 300)", "\(now + 300)"] {
      #expect(try await wire.send(body, timestamp: timestamp).status == 200)
    }
    let secret = try #require(wire.secret)
    let captured = secret.signature(of: Array(body.utf8), timestamp: "\(now)", key: "1")
    let replayed = try await wire.send(
      body,
      headers: [
        HTTPHeader("X-Signature"): captured, HTTPHeader("X-Timestamp"): "\(now)", HTTPHeader("Idempotency-Key"): "2",
      ],
      isSigned: false)
    #expect(replayed.status == 401)
    // One push for all of them.
    #expect(await wire.bench.account.requestCounts["POST /v3/contacts"] == 1)
    wire.folder.release()
  }

  @Test func headsAreRefusedBeforeTheBody() async throws {
    let wire = try await Wire()
    func refusal(_ headers: HTTPHeaders) -> Int? {
      wire.handler.refusal(
        of: HTTPRequest(
          method: .POST, version: .http11, target: .init(path: "/leads", query: ""), headers: headers,
          body: HTTPBodySequence(data: Data())))?.statusCode.code
    }
    let proven: HTTPHeaders = [.contentType: "application/json", .authorization: "Bearer 0123456789abcdef"]
    #expect(refusal(proven) == nil)
    #expect(refusal([.contentType: "application/json"]) == 401)
    var long = proven
    long[.contentLength] = "1000001"
    #expect(refusal(long) == 413)
    wire.folder.release()
  }

  @Test func queuedLeadsAre202() async throws {
    let wire = try await Wire()
    await wire.bench.account.setRequestsToday(10_000)
    let response = try await wire.send(#"{"work_email": "ann@example.com"}"#)
    #expect(response.status == 202)
    #expect(response.json.leads?.map(\.outcome) == [.queued])
    wire.folder.release()
  }

  @Test(arguments: [
    ("[{\"work_email\": \"a@example.com\"}, {\"work_email\": 1, \"work_email\": 2}]", 2),
    ("[{\"work_email\": \"a@example.com\"}, {\"work_email\": {}}]", 2),
    ("[{\"work_email\": \"a@example.com\"}, 7]", 2),
    ("{\"work_email\": \"a@example.com\"} {}", nil),
    ("{\"work_email\": \"a@example.com\"", 1),
    ("work_email\na@example.com", nil),
    ("", nil), ("[]", nil),
  ])
  func unreadableBodyNamesTheRow(body: String, row: Int?) async throws {
    let wire = try await Wire()
    let response = try await wire.send(body)
    #expect(response.status == 400)
    #expect(response.json.error?.row == row)
    #expect(response.json.error?.message.contains("example.com") == false)
    // No lead of the request is stored or sent.
    #expect(await wire.service.health.outbox.requests == 0)
    #expect(await wire.bench.account.requests.isEmpty)
    wire.folder.release()
  }

  @Test func requestsWithoutProofAre401() async throws {
    let wire = try await Wire()
    let body = #"{"work_email": "ann@example.com"}"#
    let bearer = HTTPHeader.authorization
    #expect(try await wire.send(body, isSigned: false).status == 401)
    let refused = try await wire.send(body, headers: [bearer: "Bearer 0123456789abcdeX"], isSigned: false)
    #expect(refused.status == 401)
    #expect(refused.headers[HTTPHeader("WWW-Authenticate")] == "Bearer")
    let signature = [
      HTTPHeader("X-Signature"): "sha256=" + String(repeating: "0", count: 64),
      HTTPHeader("X-Timestamp"): "\(Int(wire.bench.clock.date.timeIntervalSince1970))",
    ]
    #expect(try await wire.send(body, headers: signature, isSigned: false).status == 401)
    #expect(await wire.bench.account.requests.isEmpty)
    #expect(try await wire.send(body, headers: [bearer: "Bearer 0123456789abcdef"], isSigned: false).status == 200)
    wire.folder.release()

    let open = try await Wire(secret: nil)
    #expect(try await open.send(body).status == 200)
    open.folder.release()
  }

  @Test func unsupportedRequestsAreRefused() async throws {
    let wire = try await Wire()
    let get = try await wire.send("", method: .GET)
    #expect(get.status == 405)
    #expect(get.headers[HTTPHeader("Allow")] == "POST")
    #expect(try await wire.send("", method: .POST, path: "/health").status == 405)
    #expect(try await wire.send("{}", path: "/other").status == 404)
    #expect(try await wire.send("{}", headers: [.contentType: "text/csv"]).status == 415)
    #expect(try await wire.send("{}", headers: [.contentEncoding: "gzip"]).status == 415)
    #expect(try await wire.send("{}", headers: [HTTPHeader("Idempotency-Key"): ""]).status == 400)
    wire.folder.release()
  }

  @Test func oversizedRequestsAreRefusedBeforeTheyAreRead() async throws {
    var limits = WebhookHandler.Limits()
    limits.body = 100
    limits.leads = 3
    let wire = try await Wire(limits: limits)
    let lead = #"{"email":"a@b.co"}"#
    #expect(try await wire.send("[\([lead, lead, lead].joined(separator: ","))]").status == 200)
    let many = try await wire.send("[\([lead, lead, lead, lead].joined(separator: ","))]")
    #expect(many.status == 413)
    #expect(many.json.error?.code == "too_many_leads")

    let reads = Reads()
    for count in [101, nil] {
      let body = count.map { HTTPBodySequence(from: reads, count: $0) } ?? HTTPBodySequence(from: reads)
      let request = HTTPRequest(
        method: .POST, version: .http11, target: .init(path: "/leads", query: ""),
        headers: [.contentType: "application/json", .authorization: "Bearer 0123456789abcdef"], body: body)
      #expect(try await wire.handler.handleRequest(request).statusCode.code == 413)
      // Without a length, the limit applies while the body is read.
      #expect(count != nil ? reads.count == 0 : (1...20).contains(reads.count))
    }
    wire.folder.release()
  }

  @Test func sameKeyWithAnotherBodyIsRefused() async throws {
    let wire = try await Wire()
    let key = [HTTPHeader("Idempotency-Key"): "1"]
    #expect(
      try await wire.send(#"{"work_email": "ann@example.com"}"#, headers: key).json.leads?.map(\.outcome) == [.created])
    #expect(
      try await wire.send(#"{"work_email": "ann@example.com"}"#, headers: key).json.leads?.map(\.outcome) == [.created])
    #expect(try await wire.send(#"{"work_email": "bob@example.com"}"#, headers: key).status == 422)
    await wire.service.drain(grace: .zero)
    let late = try await wire.send(#"{"work_email": "new@example.com"}"#)
    #expect(late.status == 503)
    #expect(late.headers[HTTPHeader("Retry-After")] != nil)
    wire.folder.release()
  }

  @Test func healthContainsTheStateOnly() async throws {
    let wire = try await Wire()
    _ = try await wire.send(#"{"work_email": "ann@example.com"}"#)
    let request = HTTPRequest(
      method: .GET, version: .http11, path: "/health", query: [], headers: [:], body: Data())
    let text = String(decoding: try await wire.handler.handleRequest(request).bodyData, as: UTF8.self)
    #expect(
      text == """
        {"outbox":{"leads":0,"requests":0,"under_way":0},\
        "quota":{"remaining":9998,"resumes_at":"2026-01-06T00:00:00Z","used":2},\
        "status":"ok","tokens":{"since":"2026-01-05T09:00:00Z","state":"ok"}}

        """)
    wire.folder.release()
  }
}
