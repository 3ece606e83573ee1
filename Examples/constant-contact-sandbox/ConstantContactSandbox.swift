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
      It simulates the V3 API with its limits and errors, and the authorization \
      server with its consent page and its page for devices (/activate). What it \
      does not simulate gets a 501. All data is invented, in memory only, and lost \
      when the program ends. The page at / shows what the account holds and lists \
      the simulated operations.

      The first line on standard output is the address. Everything else is written \
      to standard error: one line for each request with method, path template, \
      status and time, without IDs, query values or bodies, unless --quiet is given.

        constant-contact-sandbox --port 8080 --contacts 50
        curl -H 'Authorization: Bearer sandbox-access-token' \\
          'http://127.0.0.1:8080/v3/contacts?limit=2'
        curl -u sandbox-client:sandbox-secret \\
          -d grant_type=refresh_token -d refresh_token=sandbox-refresh-token \\
          http://127.0.0.1:8080/oauth2/default/v1/token

      A partner's operations take the token sandbox-partner-token and the header \
      field x-api-key: sandbox-partner-key. Webhook notifications are signed with \
      the key at /.well-known/jwks.json, and sent with --send-webhooks only.

      SEED FILE
      A JSON object with any of these arrays. Contacts name lists, tags and fields \
      by name or ID. Without a seed file, the account is filled with invented data. \
      GET /sandbox/dump and --dump return the account in the same format.

        {"lists": [{"name": "News"}], "tags": [{"name": "VIP"}],
         "custom_fields": [{"label": "Fruit", "type": "single_select",
                            "choices": ["Apple", "Pear"]}],
         "contacts": [{"email": "ann@example.com", "state": "explicit",
                       "first_name": "Ann", "lists": ["News"], "tags": ["VIP"],
                       "custom_fields": {"Fruit": ["Apple"]}}],
         "events": [{"name": "Bread day", "status": "ACTIVE",
                     "registrations": [{"email": "ann@example.com"}]}],
         "automations": [{"name": "Welcome"}],
         "social_profiles": [{"name": "The Mill", "network": "facebook"}],
         "hashtag_groups": [{"name": "Bread", "hashtags": ["bread"]}],
         "accounts": [{"organization_name": "Shop"}]}
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

  @Option(help: "A JSON file that fills the account. See below.", completion: .file())
  var seed: String?

  @Option(help: "A file to write the account to when the program ends.", completion: .file())
  var dump: String?

  @Option(help: "Determines all IDs, tokens and random faults: the same number gives the same run.")
  var randomSeed: UInt64 = 1

  @Flag(help: "Send webhook notifications to the callbacks of subscriptions.")
  var sendWebhooks = false

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
    try await fill(fake)
    await fake.acceptRefreshToken(Self.refreshToken)
    if sendWebhooks { await EmbeddedAccount.sendNotifications(of: fake) }
    if !oauthOnly {
      await fake.acceptAccessToken(
        Self.accessToken, scopes: ["account_read", "account_update", "campaign_data", "contact_data"])
      await fake.acceptAccessToken(Self.partnerToken, scopes: ["v3api/general.partner"])
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
    if let dump {
      do {
        try await fake.dump().write(to: URL(fileURLWithPath: dump), options: .atomic)
      } catch {
        note("The account was not written to \(dump): \(error.localizedDescription)")
        throw ExitCode(1)
      }
    }
  }

  private func fill(_ fake: FakeConstantContact) async throws {
    guard let seed else {
      await EmbeddedAccount.fill(fake, contacts: contacts, seed: randomSeed)
      try await fake.seed(from: Data(Self.samples.utf8))
      return
    }
    do {
      try await fake.seed(from: try Data(contentsOf: URL(fileURLWithPath: seed)))
    } catch {
      let reason = (error as? FakeConstantContact.SeedError)?.description ?? error.localizedDescription
      note("The sandbox did not start: \(seed) cannot be used. \(reason)")
      throw ExitCode(2)
    }
  }

  /// What the account holds beside contacts.
  private static let samples = """
    {"tags": [{"name": "Customer"}],
     "events": [{"name": "Bread day", "registrations": [
       {"email": "ann.lee@example.com", "first_name": "Ann", "last_name": "Lee", "payment_method": "STRIPE",
        "tickets": [{"name": "Seat", "price": 25}, {"name": "Seat", "price": 25}]},
       {"email": "bob.roe@example.com", "first_name": "Bob", "last_name": "Roe"}]}],
     "automations": [{"name": "Welcome", "goals": ["welcome"]}],
     "social_profiles": [{"name": "The Mill", "network": "facebook"}, {"name": "Mill pictures", "network": "instagram"}],
     "hashtag_groups": [{"name": "Bread", "hashtags": ["bread", "rye"]}],
     "accounts": [{"organization_name": "Shop"}]}
    """

  /// Fixed tokens that work with this program only.
  private static let accessToken = "sandbox-access-token"
  private static let refreshToken = "sandbox-refresh-token"
  private static let partnerToken = "sandbox-partner-token"

  private var fakeConfiguration: FakeConstantContact.Configuration {
    var configuration = FakeConstantContact.Configuration()
    configuration.requestsPerSecond = requestsPerSecond
    configuration.requestsPerDay = requestsPerDay
    configuration.latency = .milliseconds(latency)
    configuration.faultRate = faultRate
    configuration.accessTokenLifetime = .seconds(accessTokenSeconds)
    configuration.refreshTokenMode = rotatingRefreshTokens ? .rotating : .longLived
    configuration.redirectURIs = redirectURI
    configuration.seed = randomSeed
    configuration.engagement.period = .seconds(engagementSeconds)
    return configuration
  }

  private func note(_ text: String) { StandardError.write(line: text) }
}
