#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// SHA-256 by FIPS 180-4, separate from the library's so that a mistake in one shows.
enum SHA256Digest {
  /// Returns the PKCE challenge for a verifier.
  static func base64URL(of text: String) -> String { FakeConstantContact.base64URL(Data(digest(Array(text.utf8)))) }

  static func digest(_ message: [UInt8]) -> [UInt8] {
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(message.count) * 8
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    var hash = initial
    for start in stride(from: 0, to: padded.count, by: 64) { mix(padded[start..<start + 64], into: &hash) }
    return hash.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) } }
  }

  private static func mix(_ block: ArraySlice<UInt8>, into hash: inout [UInt32]) {
    var w = (0..<16).map { index in
      (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[block.startIndex + 4 * index + $1]) }
    }
    for index in 16..<64 {
      let (a, b) = (w[index - 15], w[index - 2])
      let one = rotate(a, 7) ^ rotate(a, 18) ^ a >> 3
      let two = rotate(b, 17) ^ rotate(b, 19) ^ b >> 10
      w.append(w[index - 16] &+ one &+ w[index - 7] &+ two)
    }
    var v = hash
    for index in 0..<64 {
      let big1 = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)
      let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
      let first = v[7] &+ big1 &+ choice &+ constants[index] &+ w[index]
      let big0 = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)
      let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
      v = [first &+ big0 &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
    }
    for index in 0..<8 { hash[index] &+= v[index] }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

  /// The fractional parts of the roots of the first primes, as the standard defines both tables.
  private static let primes: [Int] = (2...311).filter { n in !(2..<n).contains { n % $0 == 0 } }
  private static let initial = primes.prefix(8).map { fraction(of: Double($0).squareRoot()) }
  private static let constants = primes.map { prime in
    var root = Double(prime) / 3
    for _ in 0..<60 { root -= (root * root * root - Double(prime)) / (3 * root * root) }
    return fraction(of: root)
  }

  /// The first 32 bits of a root's fraction. A double carries them: 52 bits, at most 4 of them before the point.
  private static func fraction(of root: Double) -> UInt32 {
    UInt32(truncatingIfNeeded: Int64((root * 4_294_967_296).rounded(.down)))
  }
}
