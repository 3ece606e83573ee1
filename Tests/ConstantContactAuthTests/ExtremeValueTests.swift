import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

/// Extreme numbers and deep nesting in token files, responses, clocks and arguments.
@Suite(.timeLimit(.minutes(5)))
struct ExtremeValueTests {
  private func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "extreme-tokens-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  /// A token file with one member changed, and whether the file is valid.
  static let extremes: [(String, String, Bool)] =
    ["issued_at", "expires_at", "refresh_started_at", "response_lost_at"].flatMap { name in
      [
        (name, "1e30", true), (name, "-1e300", true), (name, "1e308", true), (name, "0", true),
        (name, "-9223372036854775808", true), (name, "9223372036854775807", true), (name, "null", true),
        (name, "\"NaN\"", false), (name, "[]", false),
      ]
    } + [
      ("generation", "9223372036854775807", true), ("generation", "-9223372036854775808", true),
      ("generation", "9223372036854775808", false), ("generation", "1e30", false), ("generation", "0.5", false),
    ]

  @Test(arguments: extremes)
  func extremeNumbersDoNotTrap(name: String, value: String, isValid: Bool) async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      var members = [
        "access_token": "\"A\"", "refresh_token": "\"R\"", "expires_at": "1800000000", "generation": "1",
      ]
      members[name] = value
      let text = "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
      try Data(text.utf8).write(to: file)
      let clock = LeapClock()
      let store = FileTokenStore(file: file)
      let source = TokenSource(
        client: .confidential, transport: TokenServer(), store: store, time: clock.timeSource)
      let events = await source.events()
      let first = await Task { try await source.accessToken() }.result
      guard isValid else {
        #expect(throws: OAuthError.self) { try first.get() }
        return
      }
      if let token = try? first.get() { _ = try? await source.accessToken(replacing: token) }
      let held = try await source.currentCredentials()
      #expect(!allDescriptions(held as Any).isEmpty)
      let pair = try #require(try await store.load())
      #expect(try await store.replace(with: OAuthCredentials(accessToken: "B")).generation >= pair.generation)
      withExtendedLifetime(events) {}
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
  func extremeDatesOfCallersDoNotTrap(seconds: Double) async throws {
    let date = Date(timeIntervalSince1970: seconds)
    let pair = OAuthCredentials(
      accessToken: "A", refreshToken: "R", expiresAt: date, generation: .max, issuedAt: date, refreshStartedAt: date,
      responseLostAt: nil)
    let source = TokenSource(
      client: .confidential, transport: TokenServer(), store: MemoryTokenStore(pair), time: LeapClock().timeSource,
      refreshAhead: .seconds(Int64.max))
    let events = await source.events()
    let token = try await source.accessToken()
    #expect(try await source.accessToken(replacing: token) != token)
    for text in [allDescriptions(pair), allDescriptions(token), allDescriptions(AccessToken("A", expiresAt: date))] {
      #expect(text.contains("<redacted>"))
    }
    #expect(!allDescriptions(TokenEvent(.refreshed, date: date, credentials: pair)).isEmpty)
    withExtendedLifetime(events) {}
    // What cannot be written as JSON is an error.
    try await withFolder { folder in
      let store = FileTokenStore(file: folder.appending(path: "tokens.json"))
      guard seconds.isFinite == false else { return }
      let error = try await oauthError { try await store.save(pair, replacing: nil) }
      #expect(error.code == .storage)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300, -1])
  func extremeClocksDoNotTrap(seconds: Double) async throws {
    let time = TimeSource(clock: LeapClock()) { Date(timeIntervalSince1970: seconds) }
    let tokens = TokenClient(client: .confidential, transport: TokenServer(), time: time)
    let pair = try await tokens.exchange(code: "c")
    #expect((0...253_402_300_799).contains(pair.generation))
    let source = TokenSource(
      client: .confidential, transport: TokenServer(), store: MemoryTokenStore(pair), time: time)
    let events = await source.events()
    _ = try? await source.accessToken()
    withExtendedLifetime(events) {}
  }

  @Test(arguments: ["1e400", "1e300", "-1e300", "9223372036854775808", "\"1e309\"", "0"])
  func extremeLifetimesHaveTheDefault(lifetime: String) async throws {
    let clock = LeapClock()
    let server = TokenServer(script: [{ _ in .json(#"{"access_token":"A","expires_in":\#(lifetime)}"#) }])
    let tokens = TokenClient(client: .confidential, transport: server, time: clock.timeSource)
    if let pair = try? await tokens.exchange(code: "c") {
      #expect(pair.expiresAt == LeapClock.start.addingTimeInterval(86_400))
    }
  }

  /// Credentials with another member that is nested to some depth.
  private func nested(_ depth: Int, name: String = "other") -> String {
    #"{"access_token":"A","\#(name)":"# + String(repeating: "[", count: depth)
      + String(repeating: "]", count: depth) + "}"
  }

  @Test func deeplyNestedFileIsDamaged() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      let store = FileTokenStore(file: file)
      try Data(nested(10).utf8).write(to: file)
      #expect(try await store.load()?.accessToken == "A")
      // Brackets in strings do not count, nor do escaped quotation marks end a string.
      try Data(nested(10, name: #"[[[[[[[[[[[[[[[[[[[[\"[[[[\\"#).utf8).write(to: file)
      #expect(try await store.load()?.accessToken == "A")
      for text in [nested(100), nested(100, name: #"\\"#), String(repeating: "[", count: 200_000)] {
        try Data(text.utf8).write(to: file)
        let error = try await oauthError { try await store.load() }
        #expect(error.code == .storage && error.message.contains("damaged"))
      }
    }
  }

  /// Foundation's decoder also reads UTF-16 and UTF-32, in which single bytes do not show the nesting.
  @Test func nestingInUTF16IsDamaged() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian] {
        try #require(nested(400, name: "∀").data(using: encoding)).write(to: file)
        let error = try await oauthError { try await FileTokenStore(file: file).load() }
        #expect(error.code == .storage)
      }
    }
  }
}
