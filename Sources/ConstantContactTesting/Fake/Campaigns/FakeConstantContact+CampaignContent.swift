#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The checks of an email's properties.
extension FakeConstantContact {
  func senderFaults(in email: JSON) -> [String] {
    ["from_email", "reply_to_email"].compactMap { name in
      let address = email[name]?.string?.lowercased()
      return account.emails.contains { $0.isConfirmed && $0.address.lowercased() == address }
        ? nil : "\(name) is not a confirmed email address of the account"
    }
  }

  static func htmlFaults(in html: String) -> [String] {
    let lowercased = html.lowercased()
    let start = lowercased.firstRange(of: "<body")?.upperBound ?? lowercased.startIndex
    return lowercased[start...].contains("[[trackingimage]]")
      ? [] : ["html_content does not contain [[trackingImage]] in its body"]
  }

  static func footerFaults(in address: [String: JSON]) -> [String] {
    var required = ["address_line1", "organization_name", "country_code"]
    if address["country_code"] == "US" { required.append("state_code") }
    return required.filter { (address[$0]?.string ?? "").isEmpty }
      .map {
        "physical_address_in_footer.\($0) is missing, physical_address_in_footer.\($0) does not have a valid value"
      }
  }

  /// The account's address in the shape of a footer.
  var accountFooter: [String: JSON] {
    guard var address = account.physicalAddress?.object?.filter({ $0.value != .null }) else { return [:] }
    address["organization_name"] = account.summary["organization_name"]
    address["state_non_us_name"] = address.removeValue(forKey: "state_name")
    return address
  }

  /// Adds the read-only name of the country.
  static func completed(_ address: [String: JSON]) -> [String: JSON] {
    var address = address.filter { $0.value != .null }
    let names = ["US": "United States", "CA": "Canada", "GB": "United Kingdom", "DE": "Germany", "FR": "France"]
    address["country_name"] = (address["country_code"]?.string).flatMap { names[$0] }.map { .string($0) }
    return address
  }
}
