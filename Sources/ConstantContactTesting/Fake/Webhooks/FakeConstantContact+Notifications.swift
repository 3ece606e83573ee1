public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Sending webhook notifications.
extension FakeConstantContact {
  /// The public keys of the notifications' signatures as a JWKS document, also at `/.well-known/jwks.json`.
  public static var webhookKeys: Data {
    let key: JSON = [
      "kty": "RSA", "alg": "RS256", "use": "sig", "n": .string(base64URL(Data(RSAKey.modulus))),
      "e": .string(base64URL(Data(RSAKey.publicExponent))),
    ]
    return JSON.object(["keys": [key]]).data
  }

  /// Sends notifications to a receiver from now on. Without one they are recorded and not sent.
  ///
  /// - Parameter receiver: Receives each notification, signed as Constant Contact does, and returns the status of the
  ///   response. Another than 2xx, or an error, repeats the notification each minute for up to an hour, on the fake's clock.
  public func sendNotifications(to receiver: @escaping @Sendable (TransportRequest) async throws -> TransportStatus) {
    webhooks.receiver = receiver
  }

  /// Sends notifications through a transport from now on.
  public func sendNotifications(through transport: any HTTPTransport) {
    webhooks.receiver = { try await transport.send($0).status }
  }

  /// The notifications so far, oldest first.
  public var notifications: [Notification] { webhooks.notifications }

  /// Returns when all notifications are delivered or given up.
  public func waitForNotifications() async {
    while !webhooks.deliveries.isEmpty { await webhooks.deliveries.removeFirst().value }
  }

  /// Makes one of the events that notify a partner. Nothing is sent without a subscription to the topic.
  ///
  /// - Parameters:
  ///   - topic: 1 `tier.increase`, 2 `tier.decrease`, 3 `account.cancel`, 4 `account.disable`.
  ///   - account: The ID of the account.
  public func notify(topic: Int, account: String) {
    guard let known = WebhookStore.topics.first(where: { $0.id == topic }), let hook = webhooks.hooks[topic],
      let url = URL(string: hook)
    else { return }
    let index = webhooks.notifications.count
    webhooks.notifications.append(Notification(topic: topic, event: known.event, account: account, hook: hook))
    guard let receiver = webhooks.receiver else { return }
    let body = JSON.object([
      "url": .string("https://api.cc.email/v3/partner/accounts/\(account)/plan"),
      "api_key": .string(configuration.partnerAPIKey), "event_type": .string(known.event),
    ]).data
    webhooks.deliveries.append(
      Task { [weak self, time] in
        // The first attempt and one each minute for an hour.
        for attempt in 0...60 {
          if attempt > 0 { try? await time.sleep(for: .seconds(60)) }
          if Task.isCancelled { return }
          let request = Self.notification(body, to: url, at: time.now)
          let isDelivered = (try? await receiver(request).kind) == .successful
          await self?.noteDelivery(index, isDelivered)
          if isDelivered { return }
        }
      })
  }

  private func noteDelivery(_ index: Int, _ isDelivered: Bool) {
    webhooks.notifications[index].attempts += 1
    webhooks.notifications[index].isDelivered = isDelivered
  }

  /// Signs a notification with a detached JWS (RFC 7515, RFC 7797).
  private static func notification(_ body: Data, to url: URL, at date: Date) -> TransportRequest {
    let head: JSON = [
      "alg": "RS256", "ts": .integer(WireDate.epoch(date)), "b64": .bool(false), "crit": ["b64"],
    ]
    let protected = base64URL(head.data)
    let signature = RSAKey.sign(Array((protected + ".").utf8) + Array(body))
    let headers: TransportHeaders = [
      "Content-Type": "application/json", "X-CTCT-WEBHOOK-SIG": "\(protected)..\(base64URL(Data(signature)))",
    ]
    return TransportRequest(method: .post, url: url, headers: headers, body: .bytes(body))
  }
}
