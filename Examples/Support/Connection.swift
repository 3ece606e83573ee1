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
  /// What the connection leads to, for people.
  public let summary: String

  /// A variable of the environment that cannot be used. It names the variable, not its value.
  public struct Failure: Error, CustomStringConvertible {
    /// What is wrong, and what is wanted.
    public let description: String
  }

  /// The variables that are looked at, for a command's help.
  public static let help = """
    CONSTANT_CONTACT_ACCESS_TOKEN       an access token, good until it expires; or
    CONSTANT_CONTACT_CLIENT_ID          the app's API key,
    CONSTANT_CONTACT_CLIENT_SECRET      its secret, if it has one, and
    CONSTANT_CONTACT_TOKEN_FILE         the file that holds the tokens and is kept up to date
    CONSTANT_CONTACT_API_URL            https://api.cc.email/v3 unless set
    CONSTANT_CONTACT_AUTH_URL           https://authz.constantcontact.com/oauth2/default/v1 unless set
    CONSTANT_CONTACT_REQUESTS_PER_SECOND  4 unless set, for API keys with another limit
    """

  /// Connects to the account that the environment names; to the embedded one when it names none.
  ///
  /// - Throws: ``Failure`` when a variable is missing or cannot be read.
  public static func fromEnvironment(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) async throws -> Connection {
    func value(_ name: String) -> String? { environment["CONSTANT_CONTACT_" + name].flatMap { $0.isEmpty ? nil : $0 } }

    var configuration = ConstantContactConfiguration()
    if let text = value("API_URL") { configuration.baseURL = try url(text, of: "API_URL") }
    if let text = value("REQUESTS_PER_SECOND") {
      guard let number = Int(text), number > 0 else {
        throw Failure(description: "CONSTANT_CONTACT_REQUESTS_PER_SECOND has to be a whole number above 0")
      }
      configuration.rateLimit = RateLimit(perSecond: number)
    }
    let requests = RequestCounter()
    let transport = CountingTransport(base: URLSessionTransport.shared, counter: requests)
    let host = configuration.baseURL.host() ?? ""

    if let token = value("ACCESS_TOKEN") {
      let client = ConstantContact(
        tokens: StaticTokenProvider(AccessToken(jwt: token)), transport: transport, configuration: configuration)
      return Connection(client: client, requests: requests, clock: nil, summary: "\(host), by access token")
    }
    guard let clientID = value("CLIENT_ID") else {
      if value("TOKEN_FILE") != nil { throw missing("CLIENT_ID") }
      return try await embedded()
    }
    guard let path = value("TOKEN_FILE") else { throw missing("TOKEN_FILE") }
    var app = OAuthClient(clientID: clientID, clientSecret: value("CLIENT_SECRET"))
    if let text = value("AUTH_URL") {
      app = OAuthClient(
        clientID: clientID, clientSecret: value("CLIENT_SECRET"), baseURL: try url(text, of: "AUTH_URL"))
    }
    let store = FileTokenStore(file: URL(fileURLWithPath: path))
    let client = ConstantContact(app: app, store: store, transport: transport, configuration: configuration)
    return Connection(client: client, requests: requests, clock: nil, summary: "\(host), by token file")
  }

  /// Connects to the embedded account, whose time is simulated: a run takes no longer than the work itself.
  public static func embedded() async throws -> Connection {
    let clock = ManualClock(automatic: true)
    let service = FakeConstantContact(FakeConstantContact.Configuration(time: clock.timeSource))
    await EmbeddedAccount.fill(service)
    let requests = RequestCounter()
    let client = try await service.client()
    let counting = ConstantContact(
      tokens: StaticTokenProvider(AccessToken(await service.issueTokens().accessToken)),
      transport: CountingTransport(base: service, counter: requests),
      configuration: client.configuration
    )
    return Connection(
      client: counting, requests: requests, clock: clock, summary: "the embedded account: nothing leaves this machine")
  }

  private static func url(_ text: String, of name: String) throws -> URL {
    guard let url = URL(string: text), url.scheme != nil, url.host() != nil else {
      throw Failure(description: "CONSTANT_CONTACT_\(name) is no URL")
    }
    return url
  }

  private static func missing(_ name: String) -> Failure {
    Failure(description: "CONSTANT_CONTACT_\(name) is missing: it goes with the other variables that are set")
  }
}
