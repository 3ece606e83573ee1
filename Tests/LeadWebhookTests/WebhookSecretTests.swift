import Testing

@testable import LeadWebhook

@Suite struct WebhookSecretTests {
  @Test func takesASignatureOfTheBodyInDigitsOfEitherCase() throws {
    // RFC 4231, test case 6: a key longer than a block.
    let key = Array(repeating: UInt8(0xAA), count: 131)
    let text = "Test Using Larger Than Block-Size Key - Hash Key First"
    let digits = "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    #expect(Hex.text(Digest.hmac(Array(text.utf8), key: key)) == digits)

    let secret = try #require(WebhookSecret("0123456789abcdef"))
    let body = Array("{}".utf8)
    let signature = secret.signature(of: body)
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
