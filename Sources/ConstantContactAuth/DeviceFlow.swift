public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Connects an account from a machine without a browser: somebody agrees in a browser elsewhere (RFC 8628).
///
/// ```swift
/// let flow = DeviceFlow(client: app, transport: URLSessionTransport.shared)
/// let device = try await flow.begin()
/// print("open \(device.verificationURI) and enter \(device.userCode)")
/// let grant = try await flow.finish(device)
/// try await store.replace(with: grant.credentials)
/// ```
///
/// The app has to have the device flow switched on in the developer portal. Such an app has no secret, and none is sent.
///
/// From the vendor's page "Device flow" (`api_guide/device_flow.html`).
public struct DeviceFlow: Sendable {
  private let tokens: TokenClient

  /// Makes a flow. Nothing is sent.
  ///
  /// - Parameters:
  ///   - client: The app that asks.
  ///   - transport: What carries the requests.
  ///   - time: What is waited on, and what the date is.
  ///   - requestLimit: What keeps token requests a second apart; one of its own by default.
  public init(
    client: OAuthClient,
    transport: any HTTPTransport,
    time: TimeSource = .system,
    requestLimit: TokenRequestLimit? = nil
  ) {
    var client = client
    client.clientSecret = nil
    tokens = TokenClient(client: client, transport: transport, time: time, requestLimit: requestLimit)
  }

  /// Asks for a code to show.
  ///
  /// - Parameter scopes: What to ask for; contacts and a refresh token by default.
  /// - Throws: ``OAuthError``, or `CancellationError`.
  public func begin(scopes: Set<OAuthScope> = [.contactData, .offlineAccess]) async throws -> DeviceAuthorization {
    var request = tokens.request(
      [("scope", scopes.sortedText), ("response_type", "code")], operation: "oauth.device.begin")
    request.url = tokens.client.deviceAuthorizationURL
    let asked = tokens.time.now
    let response = try await tokens.exchange(request)
    guard response.status.kind == .successful else { throw TokenFault.error(for: response) }
    // The decoder's error is left behind: it may quote the codes.
    guard let device = try? JSONGuard.decode(DeviceAuthorizationResponse.self, from: response.body) else {
      throw OAuthError(
        .invalidResponse,
        message: "the device endpoint did not answer with a code to show: check its address",
        status: response.status
      )
    }
    return DeviceAuthorization(
      userCode: device.userCode,
      verificationURI: device.verificationURI,
      verificationURIComplete: device.verificationURIComplete,
      expiresAt: asked.addingTimeInterval(device.lifetime),
      interval: .seconds(device.interval),
      scopes: scopes,
      deviceCode: device.deviceCode
    )
  }

  /// Asks again and again whether somebody has agreed, until they have, or refused, or the code has ended.
  ///
  /// It keeps the server's pace, also when that is slowed down. A network that fails, and a server that is out of order, are asked
  /// again, at longer and longer intervals up to a minute.
  ///
  /// - Parameter device: What ``begin(scopes:)`` gave.
  /// - Returns: The credentials, of a new series; save them with ``TokenStore/replace(with:)``.
  /// - Throws: ``OAuthError`` with code `accessDenied`, `expired`, or another; `CancellationError`, promptly.
  public func finish(_ device: DeviceAuthorization) async throws -> OAuthGrant {
    let time = tokens.time
    var interval = device.interval
    var pause = interval
    while true {
      guard time.now.addingTimeInterval(pause / .seconds(1)) < device.expiresAt else {
        throw Self.expired(nil)
      }
      try await time.sleep(for: pause)
      do {
        let credentials = try await tokens.newSeries(
          [("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("device_code", device.deviceCode)],
          operation: "oauth.device.poll")
        return OAuthGrant(credentials, asked: device.scopes)
      } catch let error as OAuthError {
        switch error.oauthError {
        case "authorization_pending":
          pause = interval
        case "slow_down":
          interval += .seconds(5)
          pause = interval
        case "expired_token":
          throw Self.expired(error)
        case "access_denied":
          throw OAuthError(
            .accessDenied, message: "the account's owner did not agree", oauthError: error.oauthError,
            status: error.status)
        default:
          guard error.isTransient else { throw error }
          pause = max(interval, min(pause * 2, .seconds(60)))
        }
      }
    }
  }

  private static func expired(_ answer: OAuthError?) -> OAuthError {
    OAuthError(
      .expired, message: "nobody agreed before the code ended: begin anew", oauthError: answer?.oauthError,
      status: answer?.status)
  }
}

extension DeviceFlow: Redacting {
  /// The client, without its id.
  public var description: String { "DeviceFlow(\(tokens.client))" }
}
