#if CryptoTests
@testable import ConstantContactAuth
import Crypto
import Foundation
import Testing

/// Compares with swift-crypto. It takes long to build, hence the trait: `swift test --traits CryptoTests --filter SwiftCrypto`.
@Suite struct SwiftCryptoTests {
  @Test(arguments: 1...20)
  func digestsAndCodesAreTheSame(round: Int) {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let message = (0..<Int.random(in: 0...1_000, using: &generator)).map { _ in UInt8.random(in: 0...255) }
      let key = (0..<Int.random(in: 0...200, using: &generator)).map { _ in UInt8.random(in: 0...255) }
      #expect(PortableSHA256.hash(message) == Array(SHA256.hash(data: message)), "\(message)")
      #expect(SecureHash.sha256(message) == Array(SHA256.hash(data: message)), "\(message)")
      let code = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key))
      #expect(SecureHash.hmacSHA256(message, key: key) == Array(code), "\(message) \(key)")
    }
  }
}
#endif
