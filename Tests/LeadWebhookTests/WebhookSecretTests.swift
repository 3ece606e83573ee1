import Testing

@testable import LeadWebhook

@Suite struct WebhookSecretTests {
  @Test func takesASignatureOfTheBodyInDigitsOfEitherCase() throws {
    let secret = try #require(WebhookSecret("0123456789abcdef"))
    let body = Array("{}".utf8)
    let signature = secret.signature(of: body)
    // As OpenSSL says.
    #expect(signature == "sha256=f91e3e9f05cc2df64ac1c26f8adccdffda8d1e4a7a8c50a1a08eeadac6ddfec5")
    #expect(secret.accepts(signature: signature, of: body))
    #expect(secret.accepts(signature: "sha256=" + signature.dropFirst(7).uppercased(), of: body))
    #expect(!secret.accepts(signature: signature, of: body + [0x20]))
    #expect(!secret.accepts(signature: String(signature.dropFirst(7)), of: body))
    #expect(!secret.accepts(signature: String(signature.dropLast(2)), of: body))
    #expect(!secret.accepts(signature: "sha256=", of: body))
    #expect(!secret.accepts(signature: "sha256=zz", of: body))
    #expect(try #require(WebhookSecret("0123456789abcdeg")).signature(of: body) != signature)
  }

  @Test func takesTheSecretItself() throws {
    let secret = try #require(WebhookSecret("0123456789abcdef"))
    #expect(secret.accepts(authorization: "Bearer 0123456789abcdef"))
    #expect(secret.accepts(authorization: "bearer 0123456789abcdef"))
    for wrong in [
      "Bearer 0123456789abcdeF", "Bearer 0123456789abcde", "Basic 0123456789abcdef", "0123456789abcdef", "",
    ] {
      #expect(!secret.accepts(authorization: wrong))
    }
  }

  @Test func isLongEnoughAndNeverShown() throws {
    #expect(WebhookSecret("0123456789abcde") == nil)
    let secret = try #require(WebhookSecret("hush-hush-hush-hush"))
    var dumped = ""
    dump(secret, to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), dumped] { #expect(!text.contains("hush")) }
  }
}
