import ConstantContactKit
import Foundation
import Testing

@testable import ConstantContactTesting

@Suite struct FakeWebhookTests {
  private let clock = ManualClock(automatic: true)

  private func make() -> (fake: FakeConstantContact, partner: PartnerAPI) {
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    let settings = fake.configuration
    let client = ConstantContactPartner(
      apiKey: settings.partnerAPIKey, clientID: settings.clientID, clientSecret: settings.clientSecret, transport: fake,
      configuration: ConstantContactConfiguration(time: clock.timeSource))
    return (fake, client.api)
  }

  private actor Inbox {
    private(set) var requests: [TransportRequest] = []
    private var statuses: [Int]

    init(_ statuses: [Int] = []) { self.statuses = statuses }

    func receive(_ request: TransportRequest) -> TransportStatus {
      requests.append(request)
      return TransportStatus(rawValue: statuses.isEmpty ? 204 : statuses.removeFirst())
    }
  }

  @Test func subscriptionsAreSetReadAndDeleted() async throws {
    let (fake, partner) = make()
    let set = try await partner.setWebhook(.tierIncrease, callback: "https://www.example.com/hooks")
    #expect(set.callback == "https://www.example.com/hooks")
    #expect(try await partner.webhook(.tierIncrease).callback == "https://www.example.com/hooks")
    var count = 0
    for try await _ in partner.webhooks() { count += 1 }
    #expect(count == 1)
    try await partner.deleteWebhook(.tierIncrease)
    let error = await #expect(throws: ConstantContactError.self) { try await partner.webhook(.tierIncrease) }
    #expect(error?.status == 404)
    await #expect(throws: ConstantContactError.self) { try await partner.testWebhook(.tierIncrease) }
    #expect(await fake.log.map(\.kind) == [.created, .deleted])
  }

  @Test func notificationIsSignedAsTheLibraryExpects() async throws {
    let (fake, partner) = make()
    let inbox = Inbox()
    await fake.sendNotifications { await inbox.receive($0) }
    try await partner.setWebhook(.tierDecrease, callback: "https://www.example.com/hooks")
    try await partner.testWebhook(.tierDecrease)
    await fake.waitForNotifications()
    let request = try #require(await inbox.requests.first)
    let body = try #require(try request.body?.data())
    let signature = try WebhookSignature(header: try #require(request.headers["X-CTCT-WEBHOOK-SIG"]))
    let keys = FakeConstantContact.webhookKeys
    let now = clock.timeSource.now
    try signature.verify(body: body, keys: keys, now: now, check: RSACheck.isValid)
    #expect(throws: WebhookSignature.Failure.wrongSignature) {
      try signature.verify(body: body + Data(" ".utf8), keys: keys, now: now, check: RSACheck.isValid)
    }
    #expect(throws: WebhookSignature.Failure.outOfTime) {
      try signature.verify(body: body, keys: keys, now: now.addingTimeInterval(301), check: RSACheck.isValid)
    }
    let notification = try JSONDecoder().decode(WebhookNotification.self, from: body)
    #expect(notification.eventType == "tier.decrease" && notification.apiKey == fake.configuration.partnerAPIKey)
    #expect(await fake.notifications.map(\.isDelivered) == [true])
  }

  @Test func refusedNotificationIsRepeatedEachMinute() async throws {
    let (fake, partner) = make()
    let inbox = Inbox([500, 404, 200])
    await fake.sendNotifications { await inbox.receive($0) }
    try await partner.setWebhook(.accountCancel, callback: "https://www.example.com/hooks")
    await fake.addAccount("Shop", id: "a07e1")
    let start = clock.elapsed
    try await partner.cancel("a07e1", AccountCancellation(reason: .missingFeature, effectiveDate: clock.timeSource.now))
    await fake.waitForNotifications()
    #expect(await fake.notifications.map(\.attempts) == [3])
    #expect(clock.elapsed - start >= .seconds(120))
    #expect(await fake.notifications.first?.account == "a07e1")
  }

  @Test func unreachableReceiverIsGivenUpAfterAnHour() async throws {
    let (fake, partner) = make()
    await fake.sendNotifications { _ in throw TransportError(.cannotConnect, delivery: .notSent, message: "closed") }
    try await partner.setWebhook(.accountDisable, callback: "https://www.example.com/hooks")
    await fake.notify(topic: 4, account: "a07e1")
    await fake.waitForNotifications()
    #expect(await fake.notifications.map(\.attempts) == [61])
    #expect(await fake.notifications.map(\.isDelivered) == [false])
  }

  @Test func planChangesNotifyTheirTopics() async throws {
    let (fake, partner) = make()
    await fake.addAccount("Shop", id: "a07e1")
    for topic in [WebhookTopicID.tierIncrease, .tierDecrease] {
      try await partner.setWebhook(topic, callback: "https://www.example.com/hooks")
    }
    for plan in [PartnerPlan.Kind.bronze, .gold, .silver, .silver] { try await partner.setPlan(of: "a07e1", to: plan) }
    #expect(await fake.notifications.map(\.event) == ["tier.increase", "tier.increase", "tier.decrease"])
    #expect(await fake.notifications.map(\.attempts) == [0, 0, 0], "without a receiver nothing is sent")
  }

  @Test func keysAreADocumentForAnyone() async throws {
    let desk = await Desk()
    let response = try await desk.fake.send(desk.request(.get, "/.well-known/jwks.json", token: .some(nil)))
    #expect(response.status.rawValue == 200 && response.body == FakeConstantContact.webhookKeys)
  }
}

/// An RSA check with the simplest arithmetic, to be independent of the fake's own.
enum RSACheck {
  static func isValid(_ signed: Data, _ signature: Data, _ key: WebhookSignature.Key) -> Bool {
    let modulus = bits(key.modulus)
    guard key.exponent == Data([1, 0, 1]), signature.count == key.modulus.count else { return false }
    let base = words(signature)
    var power = base
    for _ in 0..<16 { power = multiply(power, power, modulus: modulus) }
    power = multiply(power, base, modulus: modulus)
    let message = power.reversed().flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) }
    }
    let digest = SHA256Digest.digest(Array(signed))
    return message.prefix(2) == [0, 1] && message.suffix(32).elementsEqual(digest)
  }

  private static func words(_ data: Data) -> [UInt32] {
    let bytes = Array(data)
    return stride(from: bytes.count - 4, through: 0, by: -4).map { start in
      bytes[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
  }

  private static func bits(_ data: Data) -> [UInt32] { words(data) }

  private static func multiply(_ a: [UInt32], _ b: [UInt32], modulus: [UInt32]) -> [UInt32] {
    var result = [UInt32](repeating: 0, count: modulus.count)
    // Double and add, from the highest bit of `b`.
    for word in b.reversed() {
      for bit in (0..<32).reversed() {
        result = add(result, result, modulus)
        if word >> UInt32(bit) & 1 == 1 { result = add(result, a, modulus) }
      }
    }
    return result
  }

  private static func add(_ a: [UInt32], _ b: [UInt32], _ modulus: [UInt32]) -> [UInt32] {
    var carry: UInt64 = 0
    var sum = a
    for index in a.indices {
      carry += UInt64(a[index]) + UInt64(b[index])
      sum[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    var borrow: Int64 = 0
    var difference = sum
    for index in sum.indices {
      borrow += Int64(sum[index]) - Int64(modulus[index])
      difference[index] = UInt32(truncatingIfNeeded: borrow)
      borrow >>= 32
    }
    return carry > 0 || borrow == 0 ? difference : sum
  }
}
