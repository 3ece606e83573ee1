internal import ConstantContactCore
internal import ConstantContactResources

/// A digest that tells whether contacts are the same in another process: FNV-1a, 64 bits. It does not protect against forgery.
struct ImportDigest: Sendable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ text: String?) {
    if let text {
      for byte in text.utf8 { add(byte) }
      add(0xFF)
    } else {
      add(0xFE)
    }
  }

  mutating func combine(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// Combines a contact as it was given.
  mutating func combine(_ contact: ImportedContact) throws {
    for path in Self.texts { combine(contact[keyPath: path]) }
    for number in [contact.birthdayMonth, contact.birthdayDay] { combine(number.map(String.init)) }
    for address in [contact.homeAddress, contact.workAddress, contact.otherAddress] {
      guard let address else {
        combine(nil as String?)
        continue
      }
      for path in Self.addressTexts { combine(address[keyPath: path]) }
    }
    for (name, value) in contact.customFields.sorted(by: { $0.key < $1.key }) {
      combine(name)
      combine(value)
    }
    if !contact.additionalFields.unknown.isEmpty {
      combine(String(decoding: try JSONCoding.body(contact.additionalFields.unknown).data(), as: UTF8.self))
    }
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  private static let texts: [any KeyPath<ImportedContact, String?> & Sendable] = [
    \.email, \.firstName, \.lastName, \.jobTitle, \.companyName, \.anniversary, \.phone, \.homePhone, \.workPhone,
    \.mobilePhone, \.otherPhone, \.smsNumber, \.smsConsentDate,
  ]
  private static let addressTexts: [any KeyPath<ImportedAddress, String?> & Sendable] = [
    \.street, \.street2, \.city, \.state, \.postalCode, \.country,
  ]
}
