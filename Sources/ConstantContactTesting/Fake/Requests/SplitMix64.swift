/// A small random number generator with a seed, for repeatable runs. Not for secrets.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Returns an ID in the form of a version 4 UUID, in lower case as the API writes them.
  mutating func uuid() -> String {
    let high = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = Array(Self.hex(high) + Self.hex(low))
    return [digits[0..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20..<32]]
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }

  /// Returns a number of characters of the base64url alphabet.
  mutating func token(length: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var bytes: [UInt8] = []
    for _ in 0..<length { bytes.append(alphabet[Int(next() >> 58)]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hex(_ value: UInt64) -> [UInt8] {
    let text = String(value, radix: 16)
    return Array((String(repeating: "0", count: 16 - text.utf8.count) + text).utf8)
  }
}
