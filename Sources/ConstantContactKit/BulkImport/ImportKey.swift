internal import ConstantContactResources

/// A hash of what identifies a contact, instead of its address. It is valid in this process only.
///
/// 128 bits: two different addresses of an import do not collide.
struct ImportKey: Sendable, Hashable {
  private let first: Int
  private let second: Int

  private init(_ text: String) {
    var hashers = (Hasher(), Hasher())
    hashers.0.combine(0)
    hashers.1.combine(1)
    hashers.0.combine(text)
    hashers.1.combine(text)
    (first, second) = (hashers.0.finalize(), hashers.1.finalize())
  }

  /// The key of a contact to import: its email address or else its number.
  init?(_ contact: ImportedContact) {
    if let email = contact.email.trimmed {
      self.init(email: email)
    } else if let number = contact.smsNumber {
      self.init(number: number)
    } else {
      return nil
    }
  }

  /// The key of a contact of the account.
  init?(_ contact: Contact) {
    if let email = contact.email?.address {
      self.init(email: email)
    } else if let number = contact.smsChannel?.address ?? contact.smsChannel?.fullAddress {
      self.init(number: number)
    } else {
      return nil
    }
  }

  init(email: String) { self.init(email.lowercased()) }

  private init?(number: String) {
    var digits = number.filter(\.isNumber)
    // Numbers are those of the USA, with or without the dialing code.
    if digits.count == 11, digits.first == "1" { digits.removeFirst() }
    guard !digits.isEmpty else { return nil }
    self.init("tel:" + digits)
  }
}
