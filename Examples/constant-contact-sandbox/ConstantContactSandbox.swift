import ArgumentParser
import ConstantContactTesting
import ExampleSupport
import Foundation
import SandboxServer

/// Serves a simulated account over HTTP.
@main
struct ConstantContactSandbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "constant-contact-sandbox",
    abstract: "Serves a simulated Constant Contact account over HTTP on this machine.",
    usage: "constant-contact-sandbox [OPTIONS]",
    discussion: """
      It simulates the V3 API for contacts, sign-up forms, contact lists, custom fields, tags, segments and the account, and \
      the authorization server with its consent page and its page for devices (/activate), with the API's limits and errors. \
      Other operations get a 501. All data is invented, in memory only, and lost when the program ends. The page at / lists \
      the simulated operations.

      The first line on standard output is the address. Everything else is written to standard error: one line for each \
      request, without query values or bodies, unless --quiet is given.

        constant-contact-sandbox --port 8080 --contacts 50
        curl -H 'Authorization: Bearer sandbox-access-token' \\
          'http://127.0.0.1:8080/v3/contacts?limit=2'
        curl -u sandbox-client:sandbox-secret \\
          -d grant_type=refresh_token -d refresh_token=sandbox-refresh-token \\
          http://127.0.0.1:8080/oauth2/default/v1/token
      """
  )

  @Option(help: "The port on 127.0.0.1; 0 takes any free one.")
  var port: UInt16 = 8080

  @Option(help: "The number of invented contacts, in addition to those of the push-contacts example.")
  var contacts = 0

  @Option(help: "Requests accepted in any second.")
  var requestsPerSecond = 4

  @Option(help: "Requests accepted in a UTC day.")
  var requestsPerDay = 10_000

  @Option(help: "The delay of each response, in milliseconds.")
  var latency = 0

  @Option(help: "The probability of a random fault (503, 429, lost connection), from 0 to 1.")
  var faultRate = 0.0

  @Option(help: "The lifetime of access tokens, in seconds.")
  var accessTokenSeconds = 86_400

  @Option(help: "The seed of all IDs, tokens and random faults: the same seed gives the same run.")
  var seed: UInt64 = 1

  @Option(help: "The time in which recipients of a campaign react, in seconds.")
  var engagementSeconds = 259_200

  @Flag(help: "Rotate refresh tokens: each works once and returns a new one.")
  var rotatingRefreshTokens = false

  @Option(help: "A registered redirect URI, in addition to localhost. Repeatable.")
  var redirectURI: [String] = []

  @Flag(help: "Refuse the fixed access token: accept tokens from the token endpoint only.")
  var oauthOnly = false

  @Flag(help: "Do not log requests.")
  var quiet = false

  func validate() throws {
    guard (0...10_000_000).contains(contacts) else { throw ValidationError("--contacts must be from 0 to 10000000") }
    guard (0...3_600_000).contains(latency) else { throw ValidationError("--latency must be from 0 to 3600000") }
    guard requestsPerSecond > 0 else { throw ValidationError("--requests-per-second must be at least 1") }
    guard requestsPerDay > 0 else { throw ValidationError("--requests-per-day must be at least 1") }
    guard (1...1_000_000_000).contains(accessTokenSeconds) else {
      throw ValidationError("--access-token-seconds must be from 1 to 1000000000")
    }
    guard (0...1_000_000_000).contains(engagementSeconds) else {
      throw ValidationError("--engagement-seconds must be from 0 to 1000000000")
    }
    guard (0...1).contains(faultRate) else { throw ValidationError("--fault-rate must be from 0 to 1") }
  }

  func run() async throws {
    let stop = StopSignals()
    let fake = FakeConstantContact(fakeConfiguration)
    await EmbeddedAccount.fill(fake, contacts: contacts, seed: seed)
    await fake.acceptRefreshToken(Self.refreshToken)
    if !oauthOnly {
      await fake.acceptAccessToken(
        Self.accessToken, scopes: ["account_read", "account_update", "campaign_data", "contact_data"])
    }

    let log: @Sendable (String) -> Void = { StandardError.write(line: $0) }
    let server = SandboxServer(fake, port: port, log: quiet ? nil : log)
    do {
      try await server.start()
    } catch {
      note("The sandbox did not start: port \(port) is unavailable (\(error)). Choose another with --port.")
      throw ExitCode(2)
    }
    guard let url = await server.url else { throw ExitCode(2) }
    // Unbuffered, so that a process that reads the pipe sees the line at once.
    FileHandle.standardOutput.write(Data("listening on \(url.absoluteString)\n".utf8))
    note("client ID \(fake.configuration.clientID), secret \(fake.configuration.clientSecret)")
    note("refresh token \(Self.refreshToken) at \(url.absoluteString)/oauth2/default/v1/token")
    note(oauthOnly ? "no fixed access token" : "access token \(Self.accessToken)")
    note("\(await fake.contactCount) contacts; stop with Ctrl-C")
    await stop.wait()
    await server.stop()
    note("stopped after \(await fake.requests.count) requests")
  }

  /// Fixed tokens that work with this program only.
  private static let accessToken = "sandbox-access-token"
  private static let refreshToken = "sandbox-refresh-token"

  private var fakeConfiguration: FakeConstantContact.Configuration {
    var configuration = FakeConstantContact.Configuration()
    configuration.requestsPerSecond = requestsPerSecond
    configuration.requestsPerDay = requestsPerDay
    configuration.latency = .milliseconds(latency)
    configuration.faultRate = faultRate
    configuration.accessTokenLifetime = .seconds(accessTokenSeconds)
    configuration.refreshTokenMode = rotatingRefreshTokens ? .rotating : .longLived
    configuration.redirectURIs = redirectURI
    configuration.seed = seed
    configuration.engagement.period = .seconds(engagementSeconds)
    return configuration
  }

  private func note(_ text: String) { StandardError.write(line: text) }
}
