/// A proof that who exchanges a code is who asked for it (RFC 7636, method S256).
struct PKCE {
  /// The secret: 43 characters, made of 32 random bytes.
  let verifier: String
  /// What the browser carries: base64url of the verifier's SHA-256.
  var challenge: String { Base64URL.encode(SecureHash.sha256(verifier.utf8)) }

  static func random() -> PKCE { PKCE(verifier: randomText()) }

  /// 43 characters that nobody can guess.
  static func randomText() -> String {
    var generator = SystemRandomNumberGenerator()
    return Base64URL.encode((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }
}
