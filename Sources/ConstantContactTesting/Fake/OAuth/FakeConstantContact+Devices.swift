internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The device flow (RFC 8628).
extension FakeConstantContact {
  func respond(to call: Call, at endpoint: AuthorizationEndpoint) throws -> Reply {
    switch endpoint {
    case .authorize: try respondToAuthorize(call)
    case .token: try respondToTokenRequest(call)
    case .device: try respondToDeviceRequest(call)
    case .activate: try respondToActivate(call)
    case .partnerToken: try respondToPartnerTokenRequest(call)
    case .webhookKeys:
      Reply(200, text: String(decoding: Self.webhookKeys, as: UTF8.self), contentType: "application/json")
    }
  }

  /// Approves a device as the account's owner would on the page at `/activate`.
  ///
  /// - Returns: Whether a device with that code is pending.
  @discardableResult
  public func approveDevice(userCode: String) -> Bool { decide(userCode, .approved) }

  /// Denies a device as the account's owner would on the page at `/activate`.
  ///
  /// - Returns: Whether a device with that code is pending.
  @discardableResult
  public func denyDevice(userCode: String) -> Bool { decide(userCode, .denied) }

  private func decide(_ userCode: String, _ decision: DeviceRecord.Decision) -> Bool {
    let wanted = Self.normalized(userCode)
    let now = time.now
    guard
      let index = devices.firstIndex(where: {
        Self.normalized($0.userCode) == wanted && $0.decision == .pending && now < $0.expiresAt
      })
    else { return false }
    devices[index].decision = decision
    return true
  }

  /// Users may omit the hyphen and type lower-case letters.
  private static func normalized(_ code: String) -> String {
    String(code.uppercased().filter { $0.isLetter || $0.isNumber })
  }

  private func respondToDeviceRequest(_ call: Call) throws -> Reply {
    guard call.method == "POST" else { throw oauthError("invalid_request", "The request method is not supported.") }
    let form = try parameters(of: call)
    guard form["client_id"] == configuration.clientID else {
      var reply = oauthError("invalid_client", "Invalid value for 'client_id' parameter.")
      reply.status = 401
      throw reply
    }
    let scopes = Set((form["scope"] ?? "").split(separator: " ").map(String.init))
    guard !scopes.isEmpty, scopes.isSubset(of: Self.knownScopes) else {
      throw oauthError("invalid_scope", "One or more scopes are not configured for the authorization server.")
    }
    let letters = (0..<8).map { _ in "BCDFGHJKLMNPQRSTVWXZ".randomElement(using: &generator).map(String.init) ?? "B" }
    let userCode = letters.prefix(4).joined() + "-" + letters.suffix(4).joined()
    let device = DeviceRecord(
      deviceCode: generator.token(length: 43), userCode: userCode, scopes: scopes,
      expiresAt: time.now.addingTimeInterval(configuration.deviceCodeLifetime / .seconds(1)),
      interval: configuration.deviceInterval / .seconds(1))
    devices.append(device)
    return Reply(
      200,
      [
        "device_code": .string(device.deviceCode), "user_code": .string(userCode),
        "verification_uri": .string(call.origin + "/activate"),
        "verification_uri_complete": .string(call.origin + "/activate?user_code=" + userCode),
        "expires_in": .integer(WireDate.seconds(configuration.deviceCodeLifetime)),
        "interval": .integer(WireDate.seconds(configuration.deviceInterval)),
      ])
  }

  func exchangeDeviceCode(_ form: [String: String]) throws -> Reply {
    let now = time.now
    guard let index = devices.firstIndex(where: { $0.deviceCode == form["device_code"] }), !devices[index].isSpent
    else {
      throw oauthError("invalid_grant", "The device code is invalid.")
    }
    let last = devices[index].lastPolled
    devices[index].lastPolled = now
    let device = devices[index]
    guard now < device.expiresAt else { throw oauthError("expired_token", "The device code has expired.") }
    if let last, now.timeIntervalSince(last) < device.interval {
      devices[index].interval += 5
      throw oauthError("slow_down", "The device polls too often.")
    }
    switch device.decision {
    case .pending: throw oauthError("authorization_pending", "The authorization is pending.")
    case .denied: throw oauthError("access_denied", "The owner denied access.")
    case .approved:
      devices[index].isSpent = true
      return newGrant(device.scopes)
    }
  }

  private func respondToActivate(_ call: Call) throws -> Reply {
    guard call.method == "POST" else {
      let code = call.query.first { $0.name == "user_code" }?.value ?? ""
      return HTMLPage(
        title: "Connect a device",
        body: """
          <p>Enter the code that the device shows. It will have access to this simulated account.</p>
          <form method="post" action="/activate">
          <input id="user_code" name="user_code" value="\(HTMLPage.escape(code))" autocomplete="off">
          <button id="allow" name="decision" value="allow">Allow</button>
          <button id="deny" name="decision" value="deny">Deny</button>
          </form>
          """
      ).reply(200)
    }
    let form = try parameters(of: call)
    let isAllowed = form["decision"] == "allow"
    guard decide(form["user_code"] ?? "", isAllowed ? .approved : .denied) else {
      throw errorPage("No device with this code is pending.")
    }
    let text = isAllowed ? "The device is connected. You can close this page." : "The device has no access."
    return HTMLPage(title: "Done", body: HTMLPage.paragraph(text)).reply(200)
  }
}
