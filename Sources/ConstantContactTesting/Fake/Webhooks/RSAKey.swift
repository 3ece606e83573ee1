#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The RSA key that signs webhook notifications. It is published with the source and protects nothing.
enum RSAKey {
  /// The most significant byte first, as a JWK has it.
  static let modulus = bytes(
    "d15d2d088d0991657a7f4b87673bc778cc67e0aa456f835106b9346232014ac4bc009553b15e1bc4692d8768ffb09319"
      + "08010f5c7b0f0f1f020709b0c4f7ee2de3f339391c3010bbefb1b0c3ad0a372c635bd80af960b2719b042626546cc81a"
      + "6440e35b9394f58610a3a92de1dafaf3fa0e6fa593962dcd8db4b95b62a664b3bcac7c73e31715607ddaa0723a66de24"
      + "8ac9ae295894fa6b43daaf537aef73ed38d563902e40dfa31b76c3e01d1cf94384dcb7b427a9f30f0e67d0feef35b301"
      + "6898f85c32373a42720cbdbb385ab598be61ca80025b748481cff5d63b3e0749777341a1a53cf9600602819b34a782eb"
      + "fd560d8aa303543ef89f28fa1f208551")
  static let publicExponent: [UInt8] = [1, 0, 1]
  private static let exponent = bytes(
    "410cc4c1bbe485a6f48d19a00bfcc068f185b301e48a15d07698d3c450ca22fb86785ded3f96406561d29218971d3b4f"
      + "1334151c4465f4ea4afc79cfd11b418743a49e1a76fe1e2cee7814b66f8cd580b6ac622f62b55f2c3a206b640c663234"
      + "35030e4135551a8619a4681bc7e97c8092a8aa9ad504dbdd5a9294e6e67b519d10a19b1613ef64707552c8c9345874e4"
      + "42be2dbac54afdfdcb91c7efe5c5396a7e5d0b2f3648ce0ea686f7fc16934182b1eb8b418247fba472d1698fda43499f"
      + "be7cd902b3ba5a15d7b803e795d148f1195aa063b2521b8f33db974ac9533beadcd2806bbf814724b765c85c14e2157d"
      + "d32c9d3d01d9d440034f658b26e1cc63")

  /// Signs with RS256: PKCS #1 v1.5 with SHA-256.
  static func sign(_ message: [UInt8]) -> [UInt8] {
    let algorithm = bytes("3031300d060960864801650304020105000420")
    let tail = [0] + algorithm + SHA256Digest.digest(message)
    return power([0, 1] + [UInt8](repeating: 0xFF, count: modulus.count - 2 - tail.count) + tail)
  }

  /// Raises a number to the private exponent, by Montgomery multiplication.
  private static func power(_ base: [UInt8]) -> [UInt8] {
    let field = MontgomeryField(limbs(modulus))
    let one = field.one
    let base = field.enter(limbs(base))
    var result = one
    for byte in exponent {
      for bit in (0..<8).reversed() {
        result = field.multiply(result, result)
        if byte >> UInt8(bit) & 1 == 1 { result = field.multiply(result, base) }
      }
    }
    return field.leave(result).reversed().flatMap { limb in
      (0..<8).map { UInt8(truncatingIfNeeded: limb >> UInt64(56 - 8 * $0)) }
    }
  }

  /// Words of 64 bits, the least significant first.
  private static func limbs(_ bytes: [UInt8]) -> [UInt64] {
    stride(from: bytes.count - 8, through: 0, by: -8).map { start in
      bytes[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
