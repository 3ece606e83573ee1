#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The reason that a row is not imported.
struct ImportRefusal {
  let reason: String
  /// Whether a person can correct it in the web interface.
  let isCorrectable: Bool

  private static let phones = ["phone", "home_phone", "work_phone", "mobile_phone", "other_phone"]

  /// Returns what is wrong with a row on its own.
  static func check(_ row: ImportFile.Row, hasSMSConsent: Bool) -> ImportRefusal? {
    let values = row.values
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      let limit = ImportFile.lengths[name] ?? 255
      if value.unicodeScalars.count > limit { return refused("\(name) size must be between 0 and \(limit)") }
    }
    if values.keys.count(where: { $0.hasPrefix("cf:") }) > 25 { return refused("more than 25 custom fields") }
    if values.keys.count(where: phones.contains) > 3 { return refused("more than 3 phone numbers") }
    if ImportFile.addressKinds(in: values).count > 3 { return refused("more than 3 addresses") }
    if let number = values["sms_number"] {
      if ImportFile.digits(of: number) == nil { return refused("sms_number is not a US phone number") }
      if hasSMSConsent, values["sms_consent_date"].flatMap(WireDate.anniversary) == nil {
        return refused("sms_consent_date is missing or does not have a valid value")
      }
    }
    if values["email"] == nil, values["sms_number"] == nil {
      return correctable("neither email nor sms_number is given")
    }
    if let email = values["email"], !FakeConstantContact.isPlausible(email) {
      return correctable("email is not a valid email address")
    }
    if let date = values["anniversary"], WireDate.anniversary(date) == nil {
      return correctable("anniversary does not have a valid value")
    }
    let (month, day) = (values["birthday_month"], values["birthday_day"])
    if month != nil || day != nil {
      guard let month = month.flatMap({ Int($0) }), let day = day.flatMap({ Int($0) }), (1...12).contains(month),
        (1...31).contains(day)
      else { return correctable("birthday_month and birthday_day do not have valid values") }
    }
    return nil
  }

  static func refused(_ reason: String) -> ImportRefusal { ImportRefusal(reason: reason, isCorrectable: false) }
  private static func correctable(_ reason: String) -> ImportRefusal {
    ImportRefusal(reason: reason, isCorrectable: true)
  }
}

extension ImportFile {
  /// The kinds of addresses that a row has values for; those without a prefix are `home`.
  static func addressKinds(in values: [String: String]) -> [String] {
    kinds.filter { !address($0, in: values).isEmpty }
  }

  /// The members of the street address of a kind.
  static func address(_ kind: String, in values: [String: String]) -> [String: String] {
    func value(_ part: String) -> String? { values["\(kind)_\(part)"] ?? (kind == "home" ? values[part] : nil) }
    var members: [String: String] = [:]
    let street = [value("street"), value("street2")].compactMap(\.self).joined(separator: " ")
    if !street.isEmpty { members["street"] = String(street.prefix(255)) }
    for (part, name) in [("city", "city"), ("state", "state"), ("zip", "postal_code"), ("country", "country")] {
      members[name] = value(part)
    }
    return members
  }

  /// The digits of `1231231234` or `123-123-1234`.
  static func digits(of number: String) -> String? {
    let parts = number.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard digits.utf8.count == 10, digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      parts.count == 1 || parts.map(\.count) == [3, 3, 4]
    else { return nil }
    return digits
  }
}
