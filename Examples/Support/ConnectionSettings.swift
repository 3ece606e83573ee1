public import ConstantContactKit
public import Foundation

/// What the environment says about the account to work on.
public struct ConnectionSettings: Sendable, Redacting {
  /// Where the browser comes back to, unless the environment says so.
  public static let defaultRedirectURI = "http://localhost:8888/callback"

  /// An access token that is used as it is; a secret.
  public let accessToken: String?
  /// The app's API key.
  public let clientID: String?
  /// The app's secret, if it has one.
  public let clientSecret: String?
  /// Where the browser comes back to after consent, as it is registered.
  public let redirectURI: String
  /// The file that holds the tokens; `nil` when neither it nor a home directory is named.
  public let tokenFile: URL?
  /// Whether the environment names a token file, rather than leaving it at the usual place.
  public let namesTokenFile: Bool
  /// How calls are made: address and rate.
  public let configuration: ConstantContactConfiguration

  private let authURL: URL

  /// Reads the variables that begin with `CONSTANT_CONTACT_`. One that is empty counts as not set.
  ///
  /// - Throws: ``Connection/Failure`` when one cannot be read.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    func value(_ name: String) -> String? { environment["CONSTANT_CONTACT_" + name].flatMap { $0.isEmpty ? nil : $0 } }
    func url(_ name: String) throws -> URL? {
      guard let text = value(name) else { return nil }
      guard let url = URL(string: text), url.scheme != nil, url.host() != nil else {
        throw Connection.Failure(description: "CONSTANT_CONTACT_\(name) is no URL")
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
      guard let number = Int(text), number > 0 else {
        throw Connection.Failure(
          description: "CONSTANT_CONTACT_REQUESTS_PER_SECOND has to be a whole number above 0")
      }
      configuration.rateLimit = RateLimit(perSecond: number)
    }
    self.configuration = configuration
  }

  /// The app with its addresses.
  ///
  /// - Throws: ``Connection/Failure`` when the environment does not name one.
  public func app() throws -> OAuthClient {
    guard let clientID else { throw Connection.Failure.missing("CLIENT_ID") }
    return OAuthClient(clientID: clientID, clientSecret: clientSecret, redirectURI: redirectURI, baseURL: authURL)
  }

  /// The store of the tokens.
  ///
  /// - Throws: ``Connection/Failure`` when no place for them is known.
  public func store() throws -> FileTokenStore {
    guard let tokenFile else { throw Connection.Failure.missing("TOKEN_FILE") }
    return FileTokenStore(file: tokenFile)
  }

  /// Nothing of the app: only which variables are set.
  public var description: String {
    let set = [
      accessToken.map { _ in "access token" }, clientID.map { _ in "client id" }, clientSecret.map { _ in "secret" },
    ].compactMap(\.self)
    return "ConnectionSettings(\(set.isEmpty ? "no account" : set.joined(separator: ", ")))"
  }

  /// `constant-contact/tokens.json` where programs keep their settings. A relative `XDG_CONFIG_HOME` does not count, as
  /// the XDG Base Directory Specification says.
  private static func usualTokenFile(_ environment: [String: String]) -> URL? {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.config" }
    let configured = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (configured ?? home).map { URL(fileURLWithPath: $0 + "/constant-contact/tokens.json") }
  }
}
