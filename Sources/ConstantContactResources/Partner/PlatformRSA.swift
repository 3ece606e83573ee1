#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

#if canImport(Security)
internal import Security
#endif

/// The platform's RSA implementation, if there is one.
enum PlatformRSA {
  #if canImport(Security)
  static let check: WebhookSignature.Check? = { signed, signature, key in
    let attributes = [kSecAttrKeyType: kSecAttrKeyTypeRSA, kSecAttrKeyClass: kSecAttrKeyClassPublic] as CFDictionary
    guard let key = SecKeyCreateWithData(DER.publicKey(key) as CFData, attributes, nil) else { return false }
    return SecKeyVerifySignature(
      key, .rsaSignatureMessagePKCS1v15SHA256, signed as CFData, signature as CFData, nil)
  }
  #else
  static let check: WebhookSignature.Check? = nil
  #endif
}

/// Encodes an RSA public key in PKCS #1 form: a sequence of two integers.
package enum DER {
  package static func publicKey(_ key: WebhookSignature.Key) -> Data {
    element(0x30, integer(key.modulus) + integer(key.exponent))
  }

  private static func integer(_ value: Data) -> Data {
    var bytes = Data(value.drop { $0 == 0 })
    // A leading one bit would make the integer negative.
    if bytes.first.map({ $0 >= 0x80 }) ?? true { bytes.insert(0, at: bytes.startIndex) }
    return element(0x02, bytes)
  }

  private static func element(_ tag: UInt8, _ content: Data) -> Data {
    var length = Data()
    if content.count < 0x80 {
      length.append(UInt8(content.count))
    } else {
      var digits = Data()
      var rest = content.count
      while rest > 0 {
        digits.insert(UInt8(rest & 0xFF), at: digits.startIndex)
        rest >>= 8
      }
      length = Data([0x80 | UInt8(digits.count)]) + digits
    }
    return Data([tag]) + length + content
  }
}
