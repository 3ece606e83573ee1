internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Machines without a browser (RFC 8628).
extension FakeConstantContact {
  func answer(_ call: Call, at endpoint: AuthorizationEndpoint) throws -> Reply {
    switch endpoint {
    case .authorize: try answerAuthorize(call)
    case .token: try answerTokenRequest(call)
    case .device: try answerDeviceRequest(call)
    case .activate: try answerActivate(call)
    }
  }

  /// Agrees for a device, as the account's owner would on the page at `/activate`.
  ///
  /// - Returns: Whether a device waits with that code.
  @discardableResult
  public func approveDevice(userCode: String) -> Bool { decide(userCode, .approved) }

  /// Refuses a device, as the account's owner would on the page at `/activate`.
  ///
  /// - Returns: Whether a device waits with that code.
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

  /// People leave out the hyphen and write small letters.
  private static func normalized(_ code: String) -> String {
    String(code.uppercased().filter { $0.isLetter || $0.isNumber })
  }

  private func answerDeviceRequest(_ call: Call) throws -> Reply {
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
        "expires_in": .integer(Int(configuration.deviceCodeLifetime / .seconds(1))),
        "interval": .integer(Int(configuration.deviceInterval / .seconds(1))),
      ])
  }

  func exchangeDeviceCode(_ form: [String: String]) throws -> Reply {
    let now = time.now
    guard let index = devices.firstIndex(where: { $0.deviceCode == form["device_code"] }), !devices[index].isSpent
    else {
      throw oauthError("invalid_grant", "The device code is invalid.")
    }
    let last = devices[index].lastAsked
    devices[index].lastAsked = now
    let device = devices[index]
    guard now < device.expiresAt else { throw oauthError("expired_token", "The device code has expired.") }
    if let last, now.timeIntervalSince(last) < device.interval {
      devices[index].interval += 5
      throw oauthError("slow_down", "Asked too soon.")
    }
    switch device.decision {
    case .pending: throw oauthError("authorization_pending", "Nobody has agreed yet.")
    case .denied: throw oauthError("access_denied", "The owner did not agree.")
    case .approved:
      devices[index].isSpent = true
      return newGrant(device.scopes)
    }
  }

  private func answerActivate(_ call: Call) throws -> Reply {
    guard call.method == "POST" else {
      let code = call.query.first { $0.name == "user_code" }?.value ?? ""
      return HTMLPage(
        title: "Connect a device",
        body: """
          <p>Enter the code that the device shows. It will have access to this made-up account.</p>
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
      throw errorPage("No device waits with this code.")
    }
    let text = isAllowed ? "The device is connected. You can close this page." : "The device gets no access."
    return HTMLPage(title: "Done", body: HTMLPage.paragraph(text)).reply(200)
  }
}
