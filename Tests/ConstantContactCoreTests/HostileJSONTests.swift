import ConstantContactCore
import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// No JSON from outside exhausts the stack or the memory.
@Suite struct HostileJSONTests {
  private static func nested(_ depth: Int, _ open: String = "[", _ close: String = "]") -> String {
    String(repeating: open, count: depth) + "0" + String(repeating: close, count: depth)
  }

  /// Runs a closure on a thread with a stack of 512 kB, as on Apple platforms.
  private func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: body()) }
      thread.stackSize = 512 << 10
      thread.start()
    }
  }

  @Test(arguments: [63, 64, 65, 170, 1_000, 100_000])
  func depthIsBounded(depth: Int) async {
    let isDecoded = await onSmallStack {
      [(Self.nested(depth), 0), (Self.nested(depth, #"{"a":"#, "}"), 1)].map { text, _ in
        (try? JSONCoding.decode(Data(text.utf8)) as RawJSON) != nil
      }
    }
    #expect(isDecoded == Array(repeating: depth <= 64, count: 2))
  }

  @Test func deepestAcceptedPageFitsASmallStack() async {
    let text = #"{"contacts":[\#(Self.nested(62))]}"#
    let count = await onSmallStack {
      try? PageBody<Contact>.decode(Data(text.utf8), .member("contacts")).undecodable.count
    }
    #expect(count == 1)
  }

  @Test(arguments: [
    nested(170), nested(10_000, #"{"a":"#, "}"), "[" + String(repeating: "9", count: 1_000_000) + "]",
    "[1e" + String(repeating: "9", count: 300) + "]", "[" + String(repeating: "0,", count: 200_000) + "0]",
    "{" + (0..<200_000).map { #""k\#($0)":0"# }.joined(separator: ",") + "}",
  ])
  func hostileBodiesAreUnreadable(text: String) async throws {
    let calls: [@Sendable (ConstantContact) async throws -> Void] = [
      { _ = try await $0.contacts.list().collect() }, { _ = try await $0.contacts.get("1") },
      { _ = try await $0.account.privileges().collect() },
    ]
    for call in calls {
      let bench = Bench([.json(200, text)])
      let error = try await failure { try await call(bench.client) }
      #expect(error.code == .unreadableResponse && error.effect == .none)
      #expect(error.message.count < 300)
    }
    // In an error response.
    let bench = Bench([.json(400, text)])
    #expect(try await failure { try await bench.client.contacts.get("1") }.code == .badRequest)
  }

  /// In UTF-16, a byte of another character can look like a quotation mark and hide the brackets behind it.
  @Test func otherEncodingsAreRefused() throws {
    let text = "[\"\u{2230}\"," + Self.nested(300) + "]"
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian] {
      let data = try #require(text.data(using: encoding))
      #expect(throws: (any Error).self) { try JSONCoding.decode(data) as RawJSON }
    }
  }

  @Test func stringsMayContainAnything() throws {
    let text =
      String(repeating: "[{", count: 500) + String(repeating: "9", count: 500) + String(repeating: ",", count: 500)
    let body = try JSONEncoder().encode([text, #"\"["#, #"\\"#])
    #expect(try JSONCoding.decode(body) as [String] == [text, #"\"["#, #"\\"#])
  }

  @Test func ordinaryNumbersAndMembersPass() throws {
    let text = "[" + (0..<50_000).map { "\($0).5e-3" }.joined(separator: ",") + "]"
    #expect(try (JSONCoding.decode(Data(text.utf8)) as [Double]).count == 50_000)
  }

  /// A notification is read before it is known to come from Constant Contact.
  @Test func webhookSignatureIsBounded() async {
    let depths = [170, 10_000]
    let failures = await onSmallStack {
      depths.map { depth -> Bool in
        let header = Data(#"{"alg":"RS256","x":\#(Self.nested(depth))}"#.utf8).base64EncodedString()
          .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return (try? WebhookSignature(header: "\(header)..AAAA")) == nil
      }
    }
    #expect(failures == [true, true])
  }

  /// A decoder would keep one of the two and drop the other.
  @Test(arguments: [
    #"{"a":1,"a":2}"#, #"{"a":1,"b":{},"a":null}"#, #"{"x":[{"y":{"a":1,"a":1}}]}"#, #"{"\u0061":1,"a":2}"#,
    #"{"a\"":1,"a\u0022":2}"#, #"{"":1,"":2}"#,
  ])
  func twoMembersOfOneNameAreRefused(json: String) {
    #expect(throws: JSONGuard.Violation.self) { try JSONGuard.scan(Data(json.utf8)) }
  }

  @Test(arguments: [
    #"{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}"#, #"["a","a",{"a":"a"}]"#, #"{"a":"a\",\"a","b":"a"}"#,
    #"{"a":1,"A":2}"#,
    #"{"a":["b","b"],"b":{}}"#,
  ])
  func namesMayComeAgainElsewhere(json: String) throws {
    try JSONGuard.scan(Data(json.utf8))
    _ = try JSONCoding.decode(Data(json.utf8)) as RawJSON
  }

  @Test func textAfterTheEndIsNotOpen() throws {
    for json in [#"{"a":1}{"#, #"{"a":1}""#, #"[1] [[""#] { #expect(try JSONGuard.scan(Data(json.utf8)) == .complete) }
    for json in [#"{"a":1"#, #"[1,"#, #"{"a":""#, "{"] { #expect(try JSONGuard.scan(Data(json.utf8)) == .open) }
  }
}
