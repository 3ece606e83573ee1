import Foundation
import Testing

@testable import ConstantContactAuth

/// Comparison with another implementation: see `.ci/hash-vectors`.
@Suite struct SecureHashVectorTests {
  private func message(_ seed: UInt32, _ length: Int) -> [UInt8] {
    var seed = seed
    return (0..<length).map { _ in
      seed = seed &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: seed >> 24)
    }
  }

  private func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

  @Test func digestsAndCodesMatchAnotherImplementation() {
    #expect(SecureHashVectors.rows.count == 139)
    for row in SecureHashVectors.rows {
      let data = message(row.seed, row.length)
      #expect(hex(SecureHash.sha256(data)) == row.digest, "\(row.length) bytes")
      #expect(hex(PortableSHA256.hash(data)) == row.digest, "\(row.length) bytes")
      let key = message(row.seed + 1_000, row.keyLength)
      #expect(hex(SecureHash.hmacSHA256(data, key: key)) == row.code, "\(row.length) bytes, key \(row.keyLength)")
    }
  }
}
