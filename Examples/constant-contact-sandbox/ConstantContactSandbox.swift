import ArgumentParser
import ConstantContactTesting
import ExampleSupport
import Foundation
import SandboxServer

/// The account in memory as a program of its own.
@main
struct ConstantContactSandbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "constant-contact-sandbox",
    abstract: "A Constant Contact account in memory, over HTTP on this machine.",
    discussion: """
      It answers contacts, contact lists, custom fields, the account's summary and privileges, and the authorization \
      server with its consent page and its page for devices (/activate) as the V3 API does, with its limits and its errors. Everything is made up and is gone when it ends.

      The first line on standard output says where it listens; the rest goes to standard error.

        constant-contact-sandbox --port 8080 --contacts 50
        curl -H 'Authorization: Bearer sandbox-access-token' \\
          'http://127.0.0.1:8080/v3/contacts?limit=2'
        curl -u sandbox-client:sandbox-secret \\
          -d grant_type=refresh_token -d refresh_token=sandbox-refresh-token \\
          http://127.0.0.1:8080/oauth2/default/v1/token
      """
  )

  @Option(help: "The port on 127.0.0.1; 0 takes any that is free.")
  var port: UInt16 = 8080

  @Option(help: "How many made-up contacts the account begins with, beside those that push-contacts meets.")
  var contacts = 0

  @Option(help: "Requests let through in any second.")
  var requestsPerSecond = 4

  @Option(help: "Requests let through in a UTC day.")
  var requestsPerDay = 10_000

  @Option(help: "How long each answer takes, in milliseconds.")
  var latency = 0

  @Option(help: "How likely a request goes wrong (503, 429, lost connections), from 0 to 1.")
  var faultRate = 0.0

  @Option(help: "How long access tokens live, in seconds.")
  var accessTokenSeconds = 86_400

  @Option(help: "Decides all ids, tokens and faults.")
  var seed: UInt64 = 1

  @Flag(help: "Refresh tokens work once, and each use gives a new one.")
  var rotatingRefreshTokens = false

  @Option(help: "Where the browser may be sent after consent, beside localhost. May be given more than once.")
  var redirectURI: [String] = []

  @Flag(help: "Refuse the fixed access token: tokens come from the token endpoint only.")
  var oauthOnly = false

  func validate() throws {
    guard contacts >= 0, latency >= 0, requestsPerSecond > 0, requestsPerDay > 0, accessTokenSeconds > 0 else {
      throw ValidationError("counts, limits and times may not be negative, and limits and lifetimes not zero")
    }
    guard (0...1).contains(faultRate) else { throw ValidationError("--fault-rate goes from 0 to 1") }
  }

  func run() async throws {
    let stop = StopSignals()
    let fake = FakeConstantContact(fakeConfiguration)
    await EmbeddedAccount.fill(fake, contacts: contacts, seed: seed)
    await fake.acceptRefreshToken(Self.refreshToken)
    if !oauthOnly { await fake.acceptAccessToken(Self.accessToken) }

    let server = SandboxServer(fake, port: port)
    try await server.start()
    guard let url = await server.url else { throw ValidationError("the server did not start") }
    print("listening on \(url.absoluteString)", to: FileHandle.standardOutput)
    note("client id \(fake.configuration.clientID), secret \(fake.configuration.clientSecret)")
    note("refresh token \(Self.refreshToken) at \(url.absoluteString)/oauth2/default/v1/token")
    note(oauthOnly ? "no fixed access token" : "access token \(Self.accessToken)")
    note("\(await fake.allContacts.count) contacts; stop with Ctrl-C")
    await stop.wait()
    await server.stop()
    note("stopped after \(await fake.requests.count) requests")
  }

  /// Made up, good for nothing but this program.
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
    return configuration
  }

  private func note(_ text: String) { print(text, to: FileHandle.standardError) }

  /// Writes a line past the buffers of `stdio`, so that whoever reads the pipe has it at once.
  private func print(_ text: String, to handle: FileHandle) { handle.write(Data((text + "\n").utf8)) }
}
