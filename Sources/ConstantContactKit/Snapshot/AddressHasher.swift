internal import ConstantContactAuth

/// Hashes email addresses with a key that exists only in memory, so that a snapshot holds no address.
///
/// 128 bits of a keyed SHA-256: among a billion addresses the probability of two equal hashes is below 10⁻²⁰, and addresses that collide
/// cannot be chosen without the key.
struct AddressHasher: Sendable {
  struct Hash: Hashable, Sendable {
    let high: UInt64
    let low: UInt64
  }

  private let key: [UInt8]

  init() {
    var random = SystemRandomNumberGenerator()
    key = (0..<4).flatMap { _ in
      let word: UInt64 = random.next()
      return (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
  }

  /// Returns the hash of an address, ignoring case.
  func hash(_ email: String) -> Hash {
    let digest = SecureHash.sha256(key + Array(email.lowercased().utf8))
    func word(_ start: Int) -> UInt64 { digest[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) } }
    return Hash(high: word(0), low: word(8))
  }
}
