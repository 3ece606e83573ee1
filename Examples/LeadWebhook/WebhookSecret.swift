internal import ConstantContactAuth
internal import ConstantContactTransport

/// What senders prove themselves with: a text that both sides know.
///
/// A sender either signs the body, `X-Signature: sha256=<HMAC-SHA256 of the body, in hexadecimal digits>`, or shows the
/// secret itself, `Authorization: Bearer <secret>`. Signing is better: the secret never travels.
package struct WebhookSecret: Sendable {
  /// Shorter ones can be guessed.
  package static let minimumLength = 16

  private let bytes: [UInt8]

  /// Takes a secret; `nil` when it is shorter than ``minimumLength``.
  package init?(_ text: String) {
    guard text.utf8.count >= Self.minimumLength else { return nil }
    bytes = Array(text.utf8)
  }

  /// The value of the field `X-Signature` for a body.
  package func signature(of body: some Collection<UInt8>) -> String {
    "sha256=" + Hex.text(SecureHash.hmacSHA256(body, key: bytes))
  }

  /// Whether a field `X-Signature` fits a body.
  func accepts(signature: String, of body: some Collection<UInt8>) -> Bool {
    let prefix = "sha256="
    guard signature.hasPrefix(prefix), let given = Hex.bytes(signature.dropFirst(prefix.count)) else { return false }
    return SecureHash.isEqual(given, SecureHash.hmacSHA256(body, key: bytes))
  }

  /// Whether a field `Authorization` shows the secret.
  func accepts(authorization: String) -> Bool {
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return false }
    // Digests have one length, so that the time taken tells nothing of the secret's.
    return SecureHash.isEqual(SecureHash.sha256(parts[1].utf8), SecureHash.sha256(bytes))
  }
}

extension WebhookSecret: Redacting {
  /// Nothing of the secret.
  package var description: String { "WebhookSecret" }
}
