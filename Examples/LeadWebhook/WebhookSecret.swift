public import ConstantContactKit

/// The secret that senders share with the service.
///
/// A sender either signs each request or sends the secret itself as a bearer token. Signing is preferable, because the
/// secret does not travel.
///
/// A signature is the HMAC-SHA256 of these bytes, with the secret as key:
///
/// 1. the time of the request in seconds since 1970, as in the header field `X-Timestamp`, and a line feed;
/// 2. the value of `Idempotency-Key`, or nothing without one, and a line feed;
/// 3. the body.
public struct WebhookSecret: Sendable {
  /// The minimum length in bytes. Shorter secrets can be guessed.
  public static let minimumLength = 16

  private static let prefix = "sha256="
  private let bytes: [UInt8]

  /// Creates a secret; `nil` when it is shorter than ``minimumLength``.
  public init?(_ text: String) {
    guard text.utf8.count >= Self.minimumLength else { return nil }
    bytes = Array(text.utf8)
  }

  /// Returns the value of the header field `X-Signature`.
  ///
  /// - Parameters:
  ///   - body: The body of the request.
  ///   - timestamp: The value of `X-Timestamp`.
  ///   - key: The value of `Idempotency-Key`, if the request has one.
  public func signature(of body: [UInt8], timestamp: String, key: String?) -> String {
    Self.prefix + Hex.text(code(body, timestamp, key))
  }

  /// Returns whether a signature is valid.
  func accepts(signature: String, of body: [UInt8], timestamp: String, key: String?) -> Bool {
    guard signature.hasPrefix(Self.prefix), let given = Hex.bytes(signature.dropFirst(Self.prefix.count)) else {
      return false
    }
    return SHA256.isEqual(given, code(body, timestamp, key))
  }

  /// Returns whether the header field `Authorization` contains the secret.
  func accepts(authorization: String) -> Bool {
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return false }
    // Digests have the same length, so that the time taken does not reveal the length of the secret.
    return SHA256.isEqual(SHA256.hash(parts[1].utf8), SHA256.hash(bytes))
  }

  private func code(_ body: [UInt8], _ timestamp: String, _ key: String?) -> [UInt8] {
    SHA256.hmac(Array("\(timestamp)\n\(key ?? "")\n".utf8) + body, key: bytes)
  }
}

extension WebhookSecret: Redacting {
  /// The name of the type, without the secret.
  public var description: String { "WebhookSecret" }
}
