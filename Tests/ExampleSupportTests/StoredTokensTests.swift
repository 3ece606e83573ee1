import ConstantContactKit
import ExampleSupport
import Foundation
import Testing

@Suite struct StoredTokensTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("StoredTokens-\(UUID())")
  private var file: URL { folder.appendingPathComponent("tokens.json") }
  private var settings: ConnectionSettings {
    get throws { try ConnectionSettings(environment: ["CONSTANT_CONTACT_TOKEN_FILE": file.path]) }
  }

  @Test func showsPropertiesWithoutTheTokens() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let expiry = Date(timeIntervalSince1970: 1_800_000_000)
    try await FileTokenStore(file: file).replace(
      with: OAuthCredentials(
        accessToken: "s3cr3t-access", refreshToken: "s3cr3t-refresh", expiresAt: expiry,
        scopes: [.offlineAccess, .contactData], generation: 7))
    let stored = try await StoredTokens(settings)
    #expect(
      stored.lines(now: expiry - 1) == [
        "tokens         \(file.path)",
        "scopes         contact_data offline_access",
        "access token   valid until 2027-01-15T08:00:00Z",
        "refresh token  stored",
        "generation     7",
      ])
    #expect(stored.lines(now: expiry)[2] == "access token   expired")
    var dumped = ""
    dump(stored, to: &dumped)
    #expect(!(dumped + "\(stored)" + stored.lines().joined()).contains("s3cr3t"))
  }

  @Test func showsUnknownProperties() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try await FileTokenStore(file: file).replace(with: OAuthCredentials(accessToken: "s3cr3t"))
    let lines = try await StoredTokens(settings).lines()
    #expect(lines[1] == "scopes         unknown")
    #expect(lines[2] == "access token   valid for an unknown time")
    #expect(lines[3].hasPrefix("refresh token  none: reconnect"))
  }

  @Test(arguments: [Date.distantFuture + 1e20, .distantPast, Date(timeIntervalSince1970: 1e18)])
  func showsExtremeDates(expiry: Date) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    // Written by hand: the store may refuse such dates.
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("{\"access_token\":\"t\",\"expires_at\":\(expiry.timeIntervalSince1970)}".utf8).write(to: file)
    guard let stored = try? await StoredTokens(settings) else { return }
    #expect(stored.lines().count == 5)
  }

  @Test func missingFileIsAnAuthorizationFailure() async throws {
    let failure = await #expect(throws: Connection.Failure.self) { try await StoredTokens(settings) }
    #expect(failure?.isAuthorization == true)
    #expect(failure?.description.contains(file.path) == true)
  }

  @Test func damagedFileIsAnError() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("{".utf8).write(to: file)
    let error = await #expect(throws: OAuthError.self) { try await StoredTokens(settings) }
    #expect(error?.code == .storage)
  }
}
