import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// Requests that no client should send: each gets an error, none ends the process.
@Suite struct FakeHostileRequestTests {
  @Test(arguments: [
    "", "{", "[]", "null", "{}x", "{\"a\":1,}", "{\"a\":01}", "{\"a\":1e999}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\x\"}",
    "{\"a\":\"\u{1}\"}", "{'a':1}", "\u{FEFF}{}", "{\"a\":tru}", "{\"a\":-}", "{\"a\":.5}", "{\"a\":1.}", "{\"a\"}",
  ])
  func malformedJSONIsRefused(body: String) async throws {
    let desk = await Desk()
    let response = try await desk.call(.post, "/v3/contacts", body)
    #expect(response.status == 400 && response.string("0.error_key") == "contacts.api.json.error")
  }

  @Test func deepJSONIsRefusedOnASmallStack() async throws {
    let desk = await Desk()
    for count in [65, 1_000, 1_000_000] {
      for (opening, closing) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = String(repeating: opening, count: count) + "1" + String(repeating: closing, count: count)
        #expect(try await desk.call(.post, "/v3/contacts", #"{"first_name":\#(deep)}"#).status == 400)
      }
    }
  }

  @Test func bytesThatAreNotUTF8AreRefused() async throws {
    let desk = await Desk()
    var request = desk.request(.post, "/v3/contacts", "")
    request.body = .bytes(Data([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D]))
    #expect(Response(try await desk.fake.send(request)).status == 400)
  }

  @Test func longNumbersAndManyMembersAreRefused() async throws {
    let desk = await Desk()
    let digits = String(repeating: "9", count: 1_000_000)
    #expect(try await desk.call(.post, "/v3/contacts", #"{"birthday_day":\#(digits)}"#).status == 400)
    let members = (0..<100_000).map { "\"m\($0)\":0" }.joined(separator: ",")
    let response = try await desk.call(.post, "/v3/contacts", "{\(members)}")
    #expect(response.status == 400 && response.body.count < 10_000)
  }

  @Test func bodiesAbove10MBAreTooLarge() async throws {
    let desk = await Desk()
    let body = #"{"first_name":""# + String(repeating: "x", count: 10 * 1_024 * 1_024) + #""}"#
    #expect(try await desk.call(.post, "/v3/contacts", body).status == 413)
  }

  @Test(arguments: [
    "limit=999999999999999999999", "limit=-1", "limit=1e3", "limit=+5&", "limit=٣", "limit=",
    "updated_after=9999999999-01-01",
    "updated_after=99999-12-31T23:59:59Z", "updated_after=0000-00-00", "created_before=T", "email=%FF",
    "a=b=c", "&&=&", "status=all,", "lists=,", "cursor=", "cursor=%00", "segment_id=99999999999999999999",
  ])
  func extremeParametersAreRefused(query: String) async throws {
    let desk = await Desk()
    let url = try #require(URL(string: "https://api.cc.email/v3/contacts?" + query))
    var request = desk.request(.get, "/v3/contacts")
    request.url = url
    let status = Response(try await desk.fake.send(request)).status
    #expect(status == 400 || (query.hasPrefix("segment_id") && status == 404) || query.hasPrefix("limit=+5"))
  }

  @Test(arguments: [Int.max, Int.min, -2, 1_000_000])
  func cursorsWithExtremeNumbersAreHarmless(after: Int) async throws {
    let desk = await Desk()
    await desk.fake.add(.init(address: "ann@example.com"))
    for collection in ["contacts", "contact_lists", "contact_custom_fields", "contact_tags", "segments", "activities"] {
      let cursor = Data(#"{"a":\#(after),"c":"\#(collection)","p":{}}"#.utf8).base64EncodedString()
      let response = try await desk.call(.get, "/v3/\(collection)?cursor=\(PercentEncoding.encode(cursor))")
      #expect(response.status == 200)
    }
  }

  @Test(arguments: [
    "/v3", "/v3/", "/v3/contacts/", "/v3//contacts", "/v3/v3/contacts", "/v3/nothing", "/v3/contacts/a/b/c", "/v3/%FF",
    "/v3/contact_lists/x/y", "/v3/segments//name",
  ])
  func unknownPathsAreNotSimulated(path: String) async throws {
    let desk = await Desk()
    let response = try await desk.call(.get, path)
    #expect(response.status == 501 && response.string("error_key") == "not_simulated")
    #expect(response.string("error_message")?.hasPrefix("The fake does not simulate GET /") == true)
  }

  @Test(arguments: [
    "/v3/contacts/%2e%2e", "/v3/contacts/%00", "/v3/contacts/%F", "/v3/contacts/Ünïcode", "/v3/segments/99999999999",
  ])
  func oddIDsAreNotFound(path: String) async throws {
    let desk = await Desk()
    let status = try await desk.call(.get, path).status
    #expect(status == 404 || status == 403, "a URL parser may refuse or rewrite the path")
  }

  @Test(arguments: ["TRACE", "BREW", "OPTIONS", "HEAD"])
  func unknownMethodsAreNotAllowed(method: String) async throws {
    let desk = await Desk()
    #expect(try await desk.call(TransportMethod(rawValue: method), "/v3/contacts").status == 405)
  }

  @Test func extremeConfigurationsDoNotTrap() async throws {
    let desk = await Desk {
      $0.accessTokenLifetime = .seconds(Int64.max)
      $0.deviceCodeLifetime = .seconds(Int64.max)
      $0.deviceInterval = .seconds(Int64.max)
      $0.requestsPerDay = .max
      $0.tokenRequestsPerSecond = .max
    }
    #expect(try await desk.call(.get, "/v3/contacts").status == 200)
    let refresh = try #require(await desk.fake.issueTokens().refreshToken)
    #expect(try await desk.refresh(refresh).status == 200)
  }

  @Test func randomBytesNeverTrap() async throws {
    let desk = await Desk()
    var random = SystemRandomNumberGenerator()
    let alphabet = Array(#"{}[]",:0123456789.eE+-truefalsn\ud8 %&=/?"#.utf8)
    for _ in 0..<2_000 {
      let bytes = (0..<Int(random.next() % 40)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      var request = desk.request(.post, "/v3/contacts", "")
      request.body = .bytes(Data(bytes))
      #expect(Response(try await desk.fake.send(request)).status == 400)
    }
  }
}
