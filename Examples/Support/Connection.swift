public import ConstantContactKit
public import ConstantContactTesting
public import Foundation

/// The account that an example works with: a real one from the environment, or the in-memory account.
public struct Connection: Sendable {
  /// The client.
  public let client: ConstantContact
  /// The tokens of the client.
  public let tokens: any AccessTokenProvider
  /// The transport of the client.
  public let transport: any HTTPTransport
  /// The number of API requests.
  public let requests: RequestCounter
  /// The simulated clock of the in-memory account; `nil` in real time.
  public let clock: ManualClock?
  /// Whether this is the in-memory account.
  public let isEmbedded: Bool
  /// A description for messages.
  public let summary: String

  /// The reason why there is no connection. It names environment variables without their values.
  public struct Failure: Error, CustomStringConvertible {
    /// What failed, why, and what to do.
    public let description: String
    /// Whether an account has to be connected first.
    public var isAuthorization = false

    /// The failure for a required variable that is not set.
    static func missing(_ name: String) -> Failure {
      Failure(description: "CONSTANT_CONTACT_\(name) is not set. See --help.")
    }
  }

  /// The environment variables, for the help of a command.
  public static let help = """
    CONSTANT_CONTACT_ACCESS_TOKEN
                    an access token, which is used until it expires; or
    CONSTANT_CONTACT_CLIENT_ID
                    the API key of the app, with
    CONSTANT_CONTACT_CLIENT_SECRET
                    its client secret, if it has one, and
    CONSTANT_CONTACT_TOKEN_FILE
                    the file that “swift run connect” writes; by default
                    ~/.config/constant-contact/tokens.json
    CONSTANT_CONTACT_API_URL
                    by default https://api.cc.email/v3
    CONSTANT_CONTACT_AUTH_URL
                    by default
                    https://authz.constantcontact.com/oauth2/default/v1
    CONSTANT_CONTACT_REQUESTS_PER_SECOND
                    the rate limit of the API key; by default 4
    """

  /// Connects to the account in the environment, or to the in-memory account without one.
  ///
  /// - Parameters:
  ///   - environment: The environment variables.
  ///   - simulatesTime: Whether the in-memory account uses a simulated clock, on which waiting takes no time. A service
  ///     needs real time.
  ///   - contacts: The number of invented contacts in the in-memory account, in addition to the bundled people.
  /// - Throws: ``Failure`` when a variable is missing or invalid.
  public static func fromEnvironment(
    _ environment: [String: String] = ProcessInfo.processInfo.environment,
    simulatesTime: Bool = true,
    contacts: Int = 0
  ) async throws -> Connection {
    let settings = try ConnectionSettings(environment: environment)
    let configuration = settings.configuration
    let host = configuration.baseURL.host() ?? ""

    if let token = settings.accessToken {
      return Connection(
        tokens: StaticTokenProvider(AccessToken(jwt: token)), transport: SystemTransport.shared,
        configuration: configuration, summary: "\(host), by access token")
    }
    if settings.clientID == nil, !settings.namesTokenFile {
      return try await embedded(simulatesTime: simulatesTime, contacts: contacts)
    }
    let (app, store) = (try settings.app(), try settings.store())
    if let file = settings.tokenFile, !FileManager.default.fileExists(atPath: file.path) {
      throw Failure(
        description: "No account is connected: \(file.path) does not exist. Run “swift run connect”.",
        isAuthorization: true)
    }
    let tokens = TokenSource(
      client: app, transport: SystemTransport.shared, store: store, time: configuration.time)
    return Connection(
      tokens: tokens, transport: SystemTransport.shared, configuration: configuration,
      summary: "\(host), by token file")
  }

  /// Connects to the in-memory account.
  ///
  /// - Parameters:
  ///   - simulatesTime: Whether the account uses a simulated clock, on which waiting takes no time.
  ///   - contacts: The number of invented contacts, in addition to the bundled people.
  public static func embedded(simulatesTime: Bool = true, contacts: Int = 0) async throws -> Connection {
    let clock = simulatesTime ? ManualClock(automatic: true) : nil
    let service = FakeConstantContact(FakeConstantContact.Configuration(time: clock?.timeSource ?? .system))
    await EmbeddedAccount.fill(service, contacts: contacts)
    let token = AccessToken(
      await service.issueTokens(scopes: ["account_read", "contact_data", "offline_access"]).accessToken)
    return Connection(
      tokens: StaticTokenProvider(token), transport: service,
      configuration: try await service.client().configuration, clock: clock, isEmbedded: true,
      summary: "the in-memory account; nothing leaves this machine")
  }

  private init(
    tokens: any AccessTokenProvider,
    transport: any HTTPTransport,
    configuration: ConstantContactConfiguration,
    clock: ManualClock? = nil,
    isEmbedded: Bool = false,
    summary: String
  ) {
    requests = RequestCounter()
    self.tokens = tokens
    self.transport = CountingTransport(base: transport, counter: requests)
    client = ConstantContact(tokens: tokens, transport: self.transport, configuration: configuration)
    self.clock = clock
    self.isEmbedded = isEmbedded
    self.summary = summary
  }
}
