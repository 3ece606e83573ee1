/// The proof that a code is exchanged by the app that requested it (RFC 7636, method S256).
struct PKCE {
  /// The secret: 43 characters, the encoding of 32 random bytes.
  let verifier: String
  /// The base64url encoding of the verifier's SHA-256, which is sent through the browser.
  var challenge: String { Base64URL.encode(SecureHash.sha256(verifier.utf8)) }

  static func random() -> PKCE { PKCE(verifier: randomText()) }

  /// Returns 43 unguessable characters.
  static func randomText() -> String {
    var generator = SystemRandomNumberGenerator()
    return Base64URL.encode((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }
}
