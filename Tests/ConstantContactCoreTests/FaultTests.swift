import ConstantContactCore
import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct FaultTests {
  private static let id = "5d3e2c1a-0b9f-4a7e-8c6d-1f2e3d4c5b6a"

  private func faults(_ text: String, contentType: String? = "application/json") -> [APIFault] {
    FaultDecoding.faults(in: Data(text.utf8), contentType: contentType)
  }

  private func error(
    _ status: TransportStatus,
    _ body: String = "",
    _ operation: APIOperation<String>? = nil
  ) async throws -> ConstantContactError {
    let headers: TransportHeaders = ["X-Amzn-RequestId": "request-1", "x-eig-tracking-id": "track-2"]
    let bench = Bench([.json(status, body, headers: headers)]) { $0.retry = .none }
    let operation = try operation ?? .text()
    return try await failure { try await bench.client.send(operation) }
  }

  @Test func decodesEveryShape() {
    #expect(
      faults(#"[{"error_key":"a.b","error_message":"one"},{"error_key":"c.d","error_message":"two"}]"#)
        == [APIFault(key: "a.b", message: "one"), APIFault(key: "c.d", message: "two")])
    #expect(faults(#"{"error_key":"throttled","error_message":"Too"}"#) == [APIFault(key: .throttled, message: "Too")])
    #expect(
      faults(#"{"error":"invalid_token","error_description":"gone"}"#)
        == [APIFault(key: "invalid_token", message: "gone")])
    #expect(
      faults(#"{"errorCode":"E0000047","errorSummary":"slow down"}"#)
        == [APIFault(key: "E0000047", message: "slow down")])
    #expect(faults(#"{"message":"Forbidden"}"#) == [APIFault(key: nil, message: "Forbidden")])
    #expect(faults(#"{"Message":"Not allowed"}"#) == [APIFault(key: nil, message: "Not allowed")])
  }

  @Test func describesBodiesWithoutFaults() {
    for text in ["<html>no</html>", "{}", "[]", "null", #"["text"]"#, #"{"error":{"x":1}}"#, #""text""#, "{\"error_k"] {
      let found = faults(text, contentType: "text/html; charset=utf-8")
      #expect(found.count == 1 && found.first?.key == nil)
      #expect(found.first?.message == "the response names no fault (text/html, \(text.utf8.count) bytes)")
    }
    #expect(faults("").map(\.message) == ["the response has no body"])
  }

  @Test func malformedMembersDoNotAffectTheOthers() {
    #expect(
      faults(#"[{"error_key":7,"error_message":["x"]},{"error_key":null,"error_message":"two"},{}]"#)
        == [APIFault(key: "7", message: ""), APIFault(key: nil, message: "two")])
  }

  @Test(arguments: [
    (400, ConstantContactError.Code.badRequest), (401, .unauthorized), (403, .forbidden), (404, .notFound),
    (405, .badRequest), (406, .badRequest), (409, .conflict), (415, .badRequest), (422, .badRequest),
    (429, .throttled), (500, .server), (503, .server), (302, .unreadableResponse),
  ])
  func statusesAreMappedToCodes(status: Int, code: ConstantContactError.Code) async throws {
    // After a 401, a provider that cannot refresh would throw an error of its own.
    let bench = Bench(
      Array(repeating: .json(TransportStatus(rawValue: status), ""), count: 2),
      tokens: TokenList(AccessToken("one"), AccessToken("two"))
    ) { $0.retry = .none }
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == code)
    #expect(error.status?.rawValue == status)
    #expect(error.operation == "things.call")
    // The call is a GET.
    #expect(error.effect == .none)
    #expect(error.description.contains("things.call"))
    #expect(error.description.contains("status \(status)"))
  }

  @Test func tooManyRequestsHasThreeMeanings() async throws {
    let activity = try APIOperation.text(.post, "/activities/contacts_json_import", replay: .never)
    let throttled = #"{"error_key":"throttled","error_message":"Too Many Requests"}"#
    let spent = #"{"error_key":"quota_exceeded","error_message":"Limit Exceeded"}"#
    #expect(try await error(429, throttled).code == .throttled)
    #expect(try await error(429, "[\(throttled)]").code == .throttled)
    #expect(try await error(429, spent).code == .quotaExceeded)
    #expect(try await error(429, "[\(spent)]", activity).code == .quotaExceeded)
    #expect(try await error(429, throttled, activity).code == .throttled)
    #expect(try await error(429, #"[{"error_key":"x","error_message":"1000"}]"#, activity).code == .tooManyActivities)
    #expect(try await error(429, "", .text(.get, "/activities/{id}".replacing("{id}", with: "1"))).code == .throttled)
  }

  @Test func keepsRequestIDsAndFaults() async throws {
    let error = try await error(404, #"[{"error_key":"contacts.api.not_found","error_message":"no contact"}]"#)
    #expect(error.requestIDs == ["request-1", "track-2"])
    #expect(error.faults == [APIFault(key: .contactNotFound, message: "no contact")])
    #expect(error.description.contains("request-1"))
    #expect(error.description.contains("no contact"))
  }

  @Test func conflictNamesTheExistingContact() async throws {
    func conflict(_ message: String, status: TransportStatus = 409) async throws -> String? {
      try await error(status, #"[{"error_key":"contacts.api.conflict","error_message":"\#(message)"}]"#).conflictingID
    }
    #expect(try await conflict("Validation failed: Email already exists for contact \(Self.id)") == Self.id)
    #expect(try await conflict("\(Self.id.uppercased()).") == Self.id.uppercased())
    #expect(try await conflict("Validation failed: EmailAddress is not unique") == nil)
    #expect(try await conflict("ann@example.com is \(Self.id)'s") == Self.id)
    #expect(try await conflict("contact \(Self.id)", status: 400) == nil)
  }

  @Test(arguments: [
    #"[{"error_key":"k","error_message":"the address %@ is taken"}]"#,
    #"[{"error_key":"k","error_message":"email=%@,token=%@;(%@)"}]"#,
    #"{"error":"%@","error_description":"%@"}"#,
    #"{"error":"bad address %@"}"#,
    #"{"errorCode":"%@","errorSummary":"'%@'"}"#,
    #"{"message":"{%@}"}"#,
    "<html>%@</html>", #"["%@"]"#, #"{"%@":"%@"}"#,
  ])
  func echoedPersonalDataIsRedacted(body: String) async throws {
    let secrets = [
      "ann.lee+news@example.com", "ann.lee%2Bnews%40example.com", "ann.lee%2540example.com",
      "ann.lee%252540example.com",
      "ann.lee&#64;example.com", "ann.lee&#x40;example.com", "ann.lee&commat;example.com",
      "ann.lee&amp;#064;example.com",
      "ann.lee＠example.com", "ann.lee﹫example.com", #"\"ann.lee brien\"@example.com"#,
      #"\"ann.lee,(x)\"&#64;example.com"#,
      "&quot;ann.lee brien&quot;@example.com", "%22ann.lee brien%22%40example.com", "mary.o'brien@example.com",
      "ANN=LEE@EXAMPLE.COM",
      "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm5AZXhhbXBsZS5jb20ifQ.c2lnbmF0dXJl",
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG",
    ]
    for secret in secrets {
      for status: TransportStatus in [400, 403, 404, 409, 429, 500, 302] {
        let error = try await error(status, body.replacing("%@", with: secret))
        let text = everythingPrinted(error) + everythingPrinted(error.faults) + error.message
        for part in [secret, "brien", "example.com", "EXAMPLE", "ann.lee", "ANN", "mary"] where secret.contains(part) {
          #expect(!text.contains(part), "\(part) in \(text)")
        }
      }
    }
  }

  @Test func ordinaryKeysAndMessagesAreKept() {
    let key = "reportingsvc.not_found.invalid_path_param.campaign_ids"
    let fault = faults(#"{"error_key":"\#(key)","error_message":"campaign \#(Self.id) is unknown (a, b)"}"#)
    #expect(fault == [APIFault(key: APIFault.Key(key), message: "campaign \(Self.id) is unknown (a, b)")])
    #expect(fault.first?.message == "campaign \(Self.id) is unknown (a, b)")
    #expect(faults(#"{"message":"'x' = {y}, \"z\""}"#).first?.message == #"'x' = {y}, "z""#)
  }
}
