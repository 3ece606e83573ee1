import ConstantContactKit
import ExampleSupport
import Foundation
import Testing

@Suite struct ConnectionSettingsTests {
  private func file(_ environment: [String: String]) throws -> String? {
    try ConnectionSettings(environment: environment).tokenFile?.path
  }

  @Test func tokenFileIsNamedOrInTheConfigurationDirectory() throws {
    let home = ["HOME": "/home/ada"]
    let usual = "/constant-contact/tokens.json"
    #expect(try file(home) == "/home/ada/.config" + usual)
    #expect(try file(home.merging(["XDG_CONFIG_HOME": "/settings"]) { $1 }) == "/settings" + usual)
    #expect(try file(["XDG_CONFIG_HOME": "/settings"]) == "/settings" + usual)
    #expect(try file(home.merging(["XDG_CONFIG_HOME": "relative"]) { $1 }) == "/home/ada/.config" + usual)
    #expect(try file(home.merging(["XDG_CONFIG_HOME": ""]) { $1 }) == "/home/ada/.config" + usual)
    #expect(
      try file(home.merging(["XDG_CONFIG_HOME": "/settings", "CONSTANT_CONTACT_TOKEN_FILE": "/t.json"]) { $1 })
        == "/t.json")
    #expect(try file([:]) == nil)
    #expect(throws: Connection.Failure.self) { try ConnectionSettings(environment: [:]).store() }
  }

  @Test func appHasURLsOfTheEnvironment() throws {
    let usual = try ConnectionSettings(environment: ["CONSTANT_CONTACT_CLIENT_ID": "id"])
    #expect(
      try usual.app() == OAuthClient(clientID: "id", redirectURI: "http://localhost:8888/callback"))
    let other = try ConnectionSettings(environment: [
      "CONSTANT_CONTACT_CLIENT_ID": "id", "CONSTANT_CONTACT_CLIENT_SECRET": "s3cr3t",
      "CONSTANT_CONTACT_REDIRECT_URI": "https://localhost",
      "CONSTANT_CONTACT_AUTH_URL": "http://127.0.0.1:1/oauth2/default/v1",
      "CONSTANT_CONTACT_API_URL": "http://127.0.0.1:1/v3",
    ])
    let app = try other.app()
    #expect(app.clientSecret == "s3cr3t" && app.redirectURI == "https://localhost")
    #expect(app.tokenURL.absoluteString == "http://127.0.0.1:1/oauth2/default/v1/token")
    #expect(other.configuration.baseURL.absoluteString == "http://127.0.0.1:1/v3")
    #expect(throws: Connection.Failure.self) { try ConnectionSettings(environment: ["HOME": "/"]).app() }
  }

  @Test(arguments: ["API_URL", "AUTH_URL", "REQUESTS_PER_SECOND"])
  func invalidVariableIsNamedWithoutItsValue(name: String) {
    let failure = #expect(throws: Connection.Failure.self) {
      try ConnectionSettings(environment: ["CONSTANT_CONTACT_" + name: "s3cr3t"])
    }
    #expect(failure?.description.contains(name) == true)
    #expect(failure?.description.contains("s3cr3t") == false)
  }

  @Test(arguments: ["0", "-1", "100001", "\(Int.max)", "99999999999999999999", "4.0", "four"])
  func extremeRatesAreRejected(rate: String) {
    #expect(throws: Connection.Failure.self) {
      try ConnectionSettings(environment: ["CONSTANT_CONTACT_REQUESTS_PER_SECOND": rate])
    }
  }

  @Test func showsNoSecret() throws {
    let settings = try ConnectionSettings(environment: [
      "CONSTANT_CONTACT_CLIENT_ID": "s3cr3t-id", "CONSTANT_CONTACT_CLIENT_SECRET": "s3cr3t",
      "CONSTANT_CONTACT_ACCESS_TOKEN": "s3cr3t-token",
    ])
    var dumped = ""
    dump(settings, to: &dumped)
    #expect(!(dumped + "\(settings)" + String(reflecting: settings)).contains("s3cr3t"))
  }

  @Test func missingTokensAskToConnect() async throws {
    let failure = await #expect(throws: Connection.Failure.self) {
      _ = try await Connection.fromEnvironment([
        "CONSTANT_CONTACT_CLIENT_ID": "id", "XDG_CONFIG_HOME": "/nowhere/at/all",
      ])
    }
    #expect(failure?.description.contains("swift run connect") == true)
    #expect(Ending(try #require(failure))?.status == 3)
    let unnamed = await #expect(throws: Connection.Failure.self) {
      _ = try await Connection.fromEnvironment(["CONSTANT_CONTACT_TOKEN_FILE": "/t.json"])
    }
    #expect(Ending(try #require(unnamed))?.status == 2)
  }

  @Test func emptyEnvironmentUsesTheInMemoryAccount() async throws {
    #expect(try await Connection.fromEnvironment(["HOME": "/nowhere"]).clock != nil)
  }
}
