/// SHA-256 by FIPS 180-4, and the HMAC made with it by RFC 2104.
enum Digest {
  static let size = 32

  static func sha256(_ message: some Collection<UInt8>) -> [UInt8] {
    var hash = initial
    var block: [UInt8] = []
    block.reserveCapacity(64)
    for byte in message {
      block.append(byte)
      if block.count == 64 {
        mix(block, into: &hash)
        block.removeAll(keepingCapacity: true)
      }
    }
    block.append(0x80)
    if block.count > 56 {
      mix(block + Array(repeating: 0, count: 64 - block.count), into: &hash)
      block.removeAll(keepingCapacity: true)
    }
    block += Array(repeating: 0, count: 56 - block.count)
    let bits = UInt64(message.count) * 8
    for shift in stride(from: UInt64(56), through: 0, by: -8) { block.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    mix(block, into: &hash)
    return hash.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) } }
  }

  static func hmac(_ message: some Collection<UInt8>, key: [UInt8]) -> [UInt8] {
    var key = key.count > 64 ? sha256(key) : key
    key += Array(repeating: 0, count: 64 - key.count)
    return sha256(key.map { $0 ^ 0x5C } + sha256(key.map { $0 ^ 0x36 } + message))
  }

  private static func mix(_ block: [UInt8], into hash: inout [UInt32]) {
    var w = (0..<16).map { word in (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[4 * word + $1]) } }
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

  private static let primes: [Int] = (2...311).filter { n in !(2..<n).contains { n % $0 == 0 } }
  private static let initial = primes.prefix(8).map { fraction(of: Double($0).squareRoot()) }
  private static let constants = primes.map { prime in
    var root = Double(prime) / 3
    for _ in 0..<60 { root -= (root * root * root - Double(prime)) / (3 * root * root) }
    return fraction(of: root)
  }

  private static func fraction(of root: Double) -> UInt32 {
    UInt32(truncatingIfNeeded: Int64((root * 4_294_967_296).rounded(.down)))
  }
}
