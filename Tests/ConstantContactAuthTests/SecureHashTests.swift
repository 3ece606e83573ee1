import Foundation
import Testing

@testable import ConstantContactAuth

@Suite struct SecureHashTests {
  private func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

  /// The examples of FIPS 180-4, and lengths at which the padding changes.
  static let vectors: [(String, String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (String(repeating: "a", count: 56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (String(repeating: "a", count: 63), "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (String(repeating: "a", count: 65), "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
  ]

  @Test(arguments: vectors)
  func digestsMatchTheStandard(_ message: String, _ digest: String) {
    #expect(hex(SecureHash.sha256(message.utf8)) == digest)
    #expect(hex(PortableSHA256.hash(message.utf8)) == digest)
  }

  /// RFC 4231, cases 1, 2, 3, 6 and 7: short and long keys.
  @Test func authenticationCodesMatchTheStandard() {
    func code(_ message: [UInt8], _ key: [UInt8]) -> String { hex(SecureHash.hmacSHA256(message, key: key)) }
    func bytes(_ byte: UInt8, _ count: Int) -> [UInt8] { [UInt8](repeating: byte, count: count) }
    #expect(
      code(Array("Hi There".utf8), bytes(0x0b, 20))
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    #expect(
      code(Array("what do ya want for nothing?".utf8), Array("Jefe".utf8))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(
      code(bytes(0xdd, 50), bytes(0xaa, 20)) == "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")
    #expect(
      code(Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8), bytes(0xaa, 131))
        == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    let long =
      "This is a test using a larger than block-size key and a larger than block-size data. "
      + "The key needs to be hashed before being used by the HMAC algorithm."
    #expect(
      code(Array(long.utf8), bytes(0xaa, 131)) == "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2")
  }

  /// RFC 7636, appendix B.
  @Test func challengeMatchesTheStandard() {
    let pkce = PKCE(verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    #expect(pkce.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    #expect(PKCE.random().verifier.utf8.count == 43)
    #expect(PKCE.random().verifier != PKCE.random().verifier)
  }

  @Test func base64URLRoundTrips() {
    var generator = SystemRandomNumberGenerator()
    for length in 0..<100 {
      let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let text = Base64URL.encode(bytes)
      #expect(Base64URL.decode(text) == bytes)
      let reference = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      #expect(text == reference.replacing("=", with: ""))
    }
  }

  @Test func comparisonCoversAllBytes() {
    #expect(SecureHash.isEqual("abc".utf8, "abc".utf8))
    #expect(!SecureHash.isEqual("abc".utf8, "abd".utf8))
    #expect(!SecureHash.isEqual("abc".utf8, "ab".utf8))
    #expect(!SecureHash.isEqual("".utf8, "a".utf8))
  }
}
