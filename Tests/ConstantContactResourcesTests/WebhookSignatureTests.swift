import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct WebhookSignatureTests {
  private let body = Data(
    #"{"url":"https://api.cc.email/v3/partner/accounts/a07e1/plan","event_type":"tier.increase"}"#.utf8)
  private let keys = Data(
    #"{"keys":[{"kty":"EC"},{"kty":"RSA","n":"qrs","e":"AQAB"},{"kty":"RSA","n":"tuv","e":"AQAB"}]}"#.utf8)
  private let signedAt = Date(timeIntervalSince1970: 1_767_603_600)

  private func header(_ json: String, signature: String = "c2ln") -> String {
    base64URL(json) + ".." + signature
  }

  private func base64URL(_ text: String) -> String {
    Data(text.utf8).base64EncodedString().replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
  }

  private let good = #"{"alg":"RS256","ts":1767603600,"b64":false,"crit":["b64"]}"#

  @Test func signatureCoversTheHeaderAndTheBody() throws {
    let signature = try WebhookSignature(header: header(good))
    #expect(signature.date == signedAt)
    let expected = Data((base64URL(good) + ".").utf8) + body
    let modulus = try #require(Data(base64Encoded: "tuv="))
    // Only the second RSA key matches: all are tried.
    try signature.verify(body: body, keys: keys, now: signedAt) { signed, signature, key in
      signed == expected && signature == Data("sig".utf8) && key.modulus == modulus
    }
    #expect(throws: WebhookSignature.Failure.wrongSignature) {
      try signature.verify(body: body, keys: keys, now: signedAt) { _, _, _ in false }
    }
  }

  @Test func notificationIsDecodedOnlyWhenItsSignatureIsValid() throws {
    let signature = try WebhookSignature(header: header(good))
    let notification = try signature.notification(in: body, keys: keys, now: signedAt) { _, _, _ in true }
    #expect(notification.eventType == "tier.increase")
    #expect(throws: WebhookSignature.Failure.wrongSignature) {
      try signature.notification(in: body, keys: keys, now: signedAt) { _, _, _ in false }
    }
    let deep = String(repeating: #"{"a":"#, count: 100_000) + "1" + String(repeating: "}", count: 100_000)
    for text in ["", "[]", "{", deep] {
      #expect(throws: WebhookSignature.Failure.unreadable) {
        try signature.notification(in: Data(text.utf8), keys: keys, now: signedAt) { _, _, _ in true }
      }
    }
  }

  @Test(arguments: [
    "", "a.b.c", "..", "!!..c2ln", "bm90IGpzb24..c2ln", "bm90IGpzb24..", "e30.e30.c2ln",
  ])
  func malformedHeadersAreRejected(header: String) {
    #expect(throws: WebhookSignature.Failure.malformed) { try WebhookSignature(header: header) }
  }

  @Test(arguments: [
    #"{"alg":"none","ts":1767603600,"b64":false,"crit":["b64"]}"#,
    #"{"alg":"HS256","ts":1767603600,"b64":false,"crit":["b64"]}"#,
    #"{"alg":"RS256","ts":1767603600,"b64":true,"crit":["b64"]}"#,
    #"{"alg":"RS256","ts":1767603600,"crit":["b64"]}"#,
    #"{"alg":"RS256","ts":1767603600,"b64":false}"#,
    #"{"alg":"RS256","ts":1767603600,"b64":false,"crit":["b64","exp"]}"#,
  ])
  func unsupportedAlgorithmsAreRejected(json: String) {
    #expect(throws: WebhookSignature.Failure.unsupported) { try WebhookSignature(header: header(json)) }
  }

  @Test func oldAndFutureSignaturesAreRejected() throws {
    let signature = try WebhookSignature(header: header(good))
    for offset in [301.0, -301] {
      #expect(throws: WebhookSignature.Failure.outOfTime) {
        try signature.verify(body: body, keys: keys, now: signedAt.addingTimeInterval(offset)) { _, _, _ in true }
      }
    }
    try signature.verify(body: body, keys: keys, now: signedAt.addingTimeInterval(299)) { _, _, _ in true }
  }

  @Test func verificationNeedsKeysAndAnRSAImplementation() throws {
    let signature = try WebhookSignature(header: header(good))
    #expect(throws: WebhookSignature.Failure.noKeys) {
      try signature.verify(body: body, keys: Data("{}".utf8), now: signedAt) { _, _, _ in true }
    }
    if !WebhookSignature.isAvailable {
      #expect(throws: WebhookSignature.Failure.notAvailable) {
        try signature.verify(body: body, keys: keys, now: signedAt)
      }
    }
  }
}
