public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Connects an account from a machine without a browser (RFC 8628).
///
/// The account's owner grants access in a browser on another machine.
///
/// ```swift
/// let flow = DeviceFlow(client: app, transport: SystemTransport.shared)
/// let device = try await flow.begin()
/// print("open \(device.verificationURI) and enter \(device.userCode)")
/// let grant = try await flow.finish(device)
/// try await store.replace(with: grant.credentials)
/// ```
///
/// Enable the device flow for the app in the developer portal. Such an app has no client secret, and none is sent.
///
/// See <https://developer.constantcontact.com/api_guide/device_flow.html>.
public struct DeviceFlow: Sendable {
  private let tokens: TokenClient

  /// Creates a flow. Nothing is sent.
  ///
  /// - Parameters:
  ///   - client: The app that requests access.
  ///   - transport: The transport for the requests.
  ///   - time: The time source.
  ///   - requestLimit: The limit for token requests; by default a separate one with a request per second.
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

  /// Requests a code for the account's owner to enter.
  ///
  /// - Parameter scopes: The scopes to request; contacts and a refresh token by default.
  /// - Throws: ``OAuthError``; `CancellationError`.
  public func begin(scopes: Set<OAuthScope> = [.contactData, .offlineAccess]) async throws -> DeviceAuthorization {
    var request = tokens.request(
      [("scope", scopes.sortedText), ("response_type", "code")], operation: "oauth.device.begin")
    request.url = tokens.client.deviceAuthorizationURL
    let requestedAt = tokens.time.now
    let response = try await tokens.exchange(request)
    guard response.status.kind == .successful else { throw TokenFault.error(for: response) }
    guard let device = (try? JSONGuard.decode(DeviceAuthorizationResponse.self, from: response.body)) else {
      throw OAuthError(
        .invalidResponse,
        message: "No device code was received: the response cannot be read. Check the device authorization URL.",
        status: response.status
      )
    }
    return DeviceAuthorization(
      userCode: device.userCode,
      verificationURI: device.verificationURI,
      verificationURIComplete: device.verificationURIComplete,
      expiresAt: requestedAt.addingTimeInterval(device.lifetime),
      interval: .seconds(device.interval),
      scopes: scopes,
      deviceCode: device.deviceCode
    )
  }

  /// Polls the token endpoint until the owner grants or denies access, or the code expires.
  ///
  /// Polls at the interval that the server specifies, and slows down when it requests that. Network failures and server
  /// errors are retried at growing intervals of up to a minute.
  ///
  /// - Parameter device: The value that ``begin(scopes:)`` returned.
  /// - Returns: The credentials of a new series. Save them with ``TokenStore/replace(with:)``.
  /// - Throws: ``OAuthError`` with code `accessDenied`, `expired` or another; `CancellationError`, promptly.
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
        return OAuthGrant(credentials, requested: device.scopes)
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
            .accessDenied, message: "The account was not connected: its owner denied access.",
            oauthError: error.oauthError, status: error.status)
        default:
          guard error.isTransient else { throw error }
          pause = max(interval, min(pause * 2, .seconds(60)))
        }
      }
    }
  }

  private static func expired(_ error: OAuthError?) -> OAuthError {
    OAuthError(
      .expired, message: "The account was not connected: the code expired before it was entered. Start again.",
      oauthError: error?.oauthError, status: error?.status)
  }
}

extension DeviceFlow: Redacting {
  /// The client, without its ID.
  public var description: String { "DeviceFlow(\(tokens.client))" }
}
