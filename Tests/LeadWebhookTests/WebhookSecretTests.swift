import Testing

@testable import LeadWebhook

@Suite struct WebhookSecretTests {
  private let body = Array("{}".utf8)

  private func accepts(
    _ signature: String, of body: [UInt8]? = nil, timestamp: String = "1767603600", key: String? = "k"
  ) throws -> Bool {
    let secret = try #require(WebhookSecret("0123456789abcdef"))
    return secret.accepts(signature: signature, of: body ?? self.body, timestamp: timestamp, key: key)
  }

  @Test func signatureCoversTimestampKeyAndBody() throws {
    let secret = try #require(WebhookSecret("0123456789abcdef"))
    let signature = secret.signature(of: body, timestamp: "1767603600", key: "k")
    // printf '1767603600\nk\n{}' | openssl dgst -sha256 -hmac 0123456789abcdef
    #expect(signature == "sha256=abcf1da9435ee45bb3027f5d6084d4feefbbdadc039e28fd8b78a986afa09949")
    // printf '1767603600\n\n{}' | openssl dgst -sha256 -hmac 0123456789abcdef
    #expect(
      secret.signature(of: body, timestamp: "1767603600", key: nil)
        == "sha256=85d70a9cc8685e90cbb275c3aafa904c723f891720224a275810025820673533")
    #expect(try accepts(signature))
    #expect(try accepts("sha256=" + signature.dropFirst(7).uppercased()))
    #expect(try !accepts(signature, of: body + [0x20]))
    #expect(try !accepts(signature, timestamp: "1767603601"))
    #expect(try !accepts(signature, key: "l"))
    #expect(try !accepts(signature, key: nil))
    #expect(
      try #require(WebhookSecret("0123456789abcdeg")).signature(of: body, timestamp: "1767603600", key: "k")
        != signature)
  }

  @Test func malformedSignaturesAreRejected() throws {
    let signature = try #require(WebhookSecret("0123456789abcdef")).signature(
      of: body, timestamp: "1767603600", key: "k")
    for malformed in [String(signature.dropFirst(7)), String(signature.dropLast(2)), "sha256=", "sha256=zz", "", "é"] {
      #expect(try !accepts(malformed))
    }
  }

  @Test func acceptsTheSecretAsBearerToken() throws {
    let secret = try #require(WebhookSecret("0123456789abcdef"))
    #expect(secret.accepts(authorization: "Bearer 0123456789abcdef"))
    #expect(secret.accepts(authorization: "bearer 0123456789abcdef"))
    for wrong in [
      "Bearer 0123456789abcdeF", "Bearer 0123456789abcde", "Basic 0123456789abcdef", "0123456789abcdef", "",
    ] {
      #expect(!secret.accepts(authorization: wrong))
    }
  }

  @Test func isLongEnoughAndNeverPrinted() throws {
    #expect(WebhookSecret("0123456789abcde") == nil)
    let secret = try #require(WebhookSecret("hush-hush-hush-hush"))
    var dumped = ""
    dump(secret, to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), dumped] { #expect(!text.contains("hush")) }
  }

  /// The digests of FIPS 180-4's examples, and lengths around a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (String(repeating: "a", count: 56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (String(repeating: "a", count: 100_000), "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"),
  ])
  func digestsAreThoseOfSHA256(message: String, digest: String) {
    #expect(Hex.text(SHA256.hash(message.utf8)) == digest)
  }
}
