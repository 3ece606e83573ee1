#if canImport(CryptoKit)
internal import CryptoKit
#endif
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// SHA-256 and HMAC, by CryptoKit where it exists.
package enum SecureHash {
  /// Returns the SHA-256 digest: 32 bytes.
  package static func sha256(_ message: some Sequence<UInt8>) -> [UInt8] {
    #if canImport(CryptoKit)
    Array(SHA256.hash(data: Data(message)))
    #else
    PortableSHA256.hash(message)
    #endif
  }

  /// Returns the HMAC with SHA-256 (RFC 2104): 32 bytes.
  package static func hmacSHA256(_ message: some Sequence<UInt8>, key: some Sequence<UInt8>) -> [UInt8] {
    var block = Array(key)
    if block.count > 64 { block = sha256(block) }
    block += [UInt8](repeating: 0, count: 64 - block.count)
    let inner = sha256(block.map { $0 ^ 0x36 } + Array(message))
    return sha256(block.map { $0 ^ 0x5c } + inner)
  }

  /// Returns whether two sequences are equal, in a time that does not depend on where they differ.
  package static func isEqual(_ one: some Sequence<UInt8>, _ other: some Sequence<UInt8>) -> Bool {
    let (one, other) = (Array(one), Array(other))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
