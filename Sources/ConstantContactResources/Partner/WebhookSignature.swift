internal import ConstantContactAuth
internal import ConstantContactCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The signature of a webhook notification, version 3: header field `X-CTCT-WEBHOOK-SIG`.
///
/// It is a detached JWS (RFC 7515, RFC 7797) with RS256 over the raw body.
///
/// ```swift
/// let signature = try WebhookSignature(header: headerValue)
/// let notification = try signature.notification(in: rawBody, keys: jwks)
/// ```
///
/// The keys are at `https://developer.constantcontact.com/.well-known/jwks.json`.
///
/// See [Partner webhooks](https://developer.constantcontact.com/api_guide/webhooks_overview.html).
public struct WebhookSignature: Sendable, Hashable {
  /// Why a notification cannot be verified.
  public enum Failure: String, Error, Sendable, Hashable {
    /// The header field is not a detached JWS.
    case malformed
    /// The signature does not use RS256 over the raw body.
    case unsupported
    /// The signature is too old, or dated in the future.
    case outOfTime
    /// The document holds no RSA key.
    case noKeys
    /// No key matches the signature.
    case wrongSignature
    /// The body was signed, but is not the JSON of a notification.
    case unreadable
    /// This platform has no RSA implementation. Pass a check, for instance one that uses swift-crypto.
    case notAvailable
  }

  /// An RSA public key.
  public struct Key: Sendable, Hashable {
    /// The modulus, most significant byte first.
    public let modulus: Data
    /// The exponent, most significant byte first.
    public let exponent: Data
  }

  /// A function that checks an RS256 signature (PKCS #1 v1.5 with SHA-256) with a key.
  public typealias Check = @Sendable (_ signed: Data, _ signature: Data, _ key: Key) -> Bool

  /// The date of signing.
  public let date: Date

  private let protected: String
  private let signature: Data

  /// Whether this platform has an RSA implementation.
  public static var isAvailable: Bool { PlatformRSA.check != nil }

  /// Creates a signature from the header field's value.
  ///
  /// - Throws: ``Failure``.
  public init(header: String) throws {
    let parts = header.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty, let json = Base64URL.decode(parts[0]).map({ Data($0) }),
      let signature = Base64URL.decode(parts[2]).map({ Data($0) }), !signature.isEmpty,
      let head = try? JSONCoding.decode(json) as RawJSON
    else { throw Failure.malformed }
    guard head["alg"]?.text == "RS256", head["b64"] == .bool(false), head["crit"] == .array([.string("b64")]) else {
      throw Failure.unsupported
    }
    guard case .integer(let seconds) = head["ts"] else { throw Failure.malformed }
    date = Date(timeIntervalSince1970: Double(seconds))
    protected = String(parts[0])
    self.signature = signature
  }

  /// Verifies that a notification was recently signed by Constant Contact.
  ///
  /// - Parameters:
  ///   - body: The raw body, byte for byte as received.
  ///   - keys: Constant Contact's JWKS document. Every RSA key in it is tried.
  ///   - now: The current date.
  ///   - tolerance: The largest difference from the date of signing; 5 minutes by default. Constant Contact documents no limit.
  ///   - check: Checks a signature; the platform's implementation by default, which exists on Apple platforms only.
  /// - Throws: ``Failure``.
  public func verify(
    body: Data,
    keys: Data,
    now: Date = Date(),
    tolerance: Duration = .seconds(300),
    check: Check? = nil
  ) throws {
    guard abs(now.timeIntervalSince(date)) <= tolerance / .seconds(1) else { throw Failure.outOfTime }
    let keys = Self.keys(in: keys)
    if keys.isEmpty { throw Failure.noKeys }
    guard let check = check ?? PlatformRSA.check else { throw Failure.notAvailable }
    let signed = Data((protected + ".").utf8) + body
    guard keys.contains(where: { check(signed, signature, $0) }) else { throw Failure.wrongSignature }
  }

  /// Verifies a notification, then decodes it. The depth and the size of its JSON are bounded.
  ///
  /// - Parameters:
  ///   - body: The raw body, byte for byte as received.
  ///   - keys: Constant Contact's JWKS document. Every RSA key in it is tried.
  ///   - now: The current date.
  ///   - tolerance: The largest difference from the date of signing; 5 minutes by default. Constant Contact documents no limit.
  ///   - check: Checks a signature; the platform's implementation by default, which exists on Apple platforms only.
  /// - Throws: ``Failure``.
  public func notification(
    in body: Data,
    keys: Data,
    now: Date = Date(),
    tolerance: Duration = .seconds(300),
    check: Check? = nil
  ) throws -> WebhookNotification {
    try verify(body: body, keys: keys, now: now, tolerance: tolerance, check: check)
    guard let notification = try? JSONCoding.decode(body) as WebhookNotification else { throw Failure.unreadable }
    return notification
  }

  private static func keys(in document: Data) -> [Key] {
    guard let json = try? JSONCoding.decode(document) as RawJSON, case .array(let keys) = json["keys"]
    else { return [] }
    return keys.compactMap { key in
      guard key["kty"]?.text == "RSA", let modulus = key["n"]?.text.flatMap({ Base64URL.decode($0) }),
        let exponent = key["e"]?.text.flatMap({ Base64URL.decode($0) })
      else { return nil }
      return Key(modulus: Data(modulus), exponent: Data(exponent))
    }
  }
}
