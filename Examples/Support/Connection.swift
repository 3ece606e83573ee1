public import ConstantContactKit
public import ConstantContactTesting
public import Foundation

/// The account an example works on: a real one named by the environment, or the embedded one.
public struct Connection: Sendable {
  /// The client to use.
  public let client: ConstantContact
  /// The API requests that went out.
  public let requests: RequestCounter
  /// The simulated clock of the embedded account; `nil` with a real one.
  public let clock: ManualClock?
  /// Whether it is the embedded account.
  public var isEmbedded = false
  /// What the connection leads to, for people.
  public let summary: String

  /// Why there is no connection, such as a variable of the environment that cannot be used. It names the variable, not its
  /// value.
  public struct Failure: Error, CustomStringConvertible {
    /// What is wrong, and what is wanted.
    public let description: String
    /// Whether an account has to be connected first.
    public var isAuthorization = false

    /// A variable that is needed and not set.
    static func missing(_ name: String) -> Failure {
      Failure(description: "CONSTANT_CONTACT_\(name) is missing: --help says what it is")
    }
  }

  /// The variables that are looked at, for a command's help.
  public static let help = """
    CONSTANT_CONTACT_ACCESS_TOKEN       an access token, good until it expires; or
    CONSTANT_CONTACT_CLIENT_ID          the app's API key,
    CONSTANT_CONTACT_CLIENT_SECRET      its secret, if it has one, and
    CONSTANT_CONTACT_TOKEN_FILE         the file that holds the tokens and is kept up to date, as “swift run connect”
                                        writes it; ~/.config/constant-contact/tokens.json unless set
    CONSTANT_CONTACT_API_URL            https://api.cc.email/v3 unless set
    CONSTANT_CONTACT_AUTH_URL           https://authz.constantcontact.com/oauth2/default/v1 unless set
    CONSTANT_CONTACT_REQUESTS_PER_SECOND  4 unless set, for API keys with another limit
    """

  /// Connects to the account that the environment names; to the embedded one when it names none.
  ///
  /// - Parameters:
  ///   - environment: The variables.
  ///   - simulatesTime: Whether the embedded account has a clock of its own, on which nothing takes time: for programs that
  ///     end. A service that waits for its callers takes real time.
  /// - Throws: ``Failure`` when a variable is missing or cannot be read.
  public static func fromEnvironment(
    _ environment: [String: String] = ProcessInfo.processInfo.environment,
    simulatesTime: Bool = true
  ) async throws -> Connection {
    let settings = try ConnectionSettings(environment: environment)
    let configuration = settings.configuration
    let requests = RequestCounter()
    let transport = CountingTransport(base: URLSessionTransport.shared, counter: requests)
    let host = configuration.baseURL.host() ?? ""

    if let token = settings.accessToken {
      let client = ConstantContact(
        tokens: StaticTokenProvider(AccessToken(jwt: token)), transport: transport, configuration: configuration)
      return Connection(client: client, requests: requests, clock: nil, summary: "\(host), by access token")
    }
    if settings.clientID == nil, !settings.namesTokenFile { return try await embedded(simulatesTime: simulatesTime) }
    let (app, store) = (try settings.app(), try settings.store())
    if let file = settings.tokenFile, !FileManager.default.fileExists(atPath: file.path) {
      throw Failure(
        description: "no account is connected: there is no \(file.path); run “swift run connect”",
        isAuthorization: true)
    }
    let client = ConstantContact(app: app, store: store, transport: transport, configuration: configuration)
    return Connection(client: client, requests: requests, clock: nil, summary: "\(host), by token file")
  }

  /// Connects to the embedded account, whose time is simulated unless told otherwise: a run takes no longer than the work
  /// itself.
  public static func embedded(simulatesTime: Bool = true) async throws -> Connection {
    let clock = simulatesTime ? ManualClock(automatic: true) : nil
    let service = FakeConstantContact(FakeConstantContact.Configuration(time: clock?.timeSource ?? .system))
    await EmbeddedAccount.fill(service)
    let requests = RequestCounter()
    let client = try await service.client()
    let counting = ConstantContact(
      tokens: StaticTokenProvider(AccessToken(await service.issueTokens().accessToken)),
      transport: CountingTransport(base: service, counter: requests),
      configuration: client.configuration
    )
    return Connection(
      client: counting, requests: requests, clock: clock, isEmbedded: true,
      summary: "the embedded account: nothing leaves this machine")
  }
}
