public import ConstantContactKit
public import Foundation

/// The connection settings in the environment.
public struct ConnectionSettings: Sendable, Redacting {
  /// The redirect URI when the environment has none.
  public static let defaultRedirectURI = "http://localhost:8888/callback"

  /// An access token, which is not refreshed. It is secret.
  public let accessToken: String?
  /// The API key of the app.
  public let clientID: String?
  /// The client secret of the app, if it has one.
  public let clientSecret: String?
  /// The redirect URI as registered for the app.
  public let redirectURI: String
  /// The token file; `nil` when the environment names neither the file nor a home directory.
  public let tokenFile: URL?
  /// Whether the environment names the token file.
  public let namesTokenFile: Bool
  /// The configuration of the client: base URL and rate limit.
  public let configuration: ConstantContactConfiguration

  private let authURL: URL

  /// Reads the variables that begin with `CONSTANT_CONTACT_`. An empty variable is treated as missing.
  ///
  /// - Throws: ``Connection/Failure`` when a variable is invalid.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    func value(_ name: String) -> String? { environment["CONSTANT_CONTACT_" + name].flatMap { $0.isEmpty ? nil : $0 } }
    func url(_ name: String) throws -> URL? {
      guard let text = value(name) else { return nil }
      guard let url = URL(string: text), url.scheme != nil, url.host() != nil else {
        throw Connection.Failure(description: "CONSTANT_CONTACT_\(name) is not a URL.")
      }
      return url
    }

    accessToken = value("ACCESS_TOKEN")
    clientID = value("CLIENT_ID")
    clientSecret = value("CLIENT_SECRET")
    redirectURI = value("REDIRECT_URI") ?? Self.defaultRedirectURI
    authURL = try url("AUTH_URL") ?? OAuthClient.defaultBaseURL
    namesTokenFile = value("TOKEN_FILE") != nil
    tokenFile = value("TOKEN_FILE").map { URL(fileURLWithPath: $0) } ?? Self.usualTokenFile(environment)
    var configuration = ConstantContactConfiguration()
    if let url = try url("API_URL") { configuration.baseURL = url }
    if let text = value("REQUESTS_PER_SECOND") {
      guard let number = Int(text), (1...100_000).contains(number) else {
        throw Connection.Failure(
          description: "CONSTANT_CONTACT_REQUESTS_PER_SECOND must be a whole number from 1 to 100000.")
      }
      configuration.rateLimit = RateLimit(perSecond: number)
    }
    self.configuration = configuration
  }

  /// Returns the app.
  ///
  /// - Throws: ``Connection/Failure`` when the environment names none.
  public func app() throws -> OAuthClient {
    guard let clientID else { throw Connection.Failure.missing("CLIENT_ID") }
    return OAuthClient(clientID: clientID, clientSecret: clientSecret, redirectURI: redirectURI, baseURL: authURL)
  }

  /// Returns the token store.
  ///
  /// - Throws: ``Connection/Failure`` when the location is unknown.
  public func store() throws -> FileTokenStore {
    guard let tokenFile else { throw Connection.Failure.missing("TOKEN_FILE") }
    return FileTokenStore(file: tokenFile)
  }

  /// The names of the variables that are set, without their values.
  public var description: String {
    let set = [
      accessToken.map { _ in "access token" }, clientID.map { _ in "client ID" }, clientSecret.map { _ in "secret" },
    ].compactMap(\.self)
    return "ConnectionSettings(\(set.isEmpty ? "no account" : set.joined(separator: ", ")))"
  }

  /// `constant-contact/tokens.json` in the user's configuration directory. The XDG Base Directory Specification requires
  /// that a relative `XDG_CONFIG_HOME` is ignored.
  private static func usualTokenFile(_ environment: [String: String]) -> URL? {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.config" }
    let configured = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (configured ?? home).map { URL(fileURLWithPath: $0 + "/constant-contact/tokens.json") }
  }
}
