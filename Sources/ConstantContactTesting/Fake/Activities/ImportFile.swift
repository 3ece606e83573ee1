/// The contacts of an import and where they go.
struct ImportFile: Sendable {
  /// A row of a file, or an item of a JSON import.
  struct Row: Sendable {
    /// The number as errors name it, from 1 without the header.
    let number: Int
    /// The given values, by the names of the columns.
    let values: [String: String]
  }

  /// The bytes of a request that an import reads, and the lines.
  static let maximumBytes = 4_000_000
  static let maximumLines = 40_000

  var name: String?
  var rows: [Row] = []
  var hasHeader = false
  var lists: [String]
  var hasSMSConsent: Bool
  /// The reason that nothing can be imported.
  var fault: String?

  static let kinds = ["home", "work", "other"]
  private static let addressParts = ["street", "street2", "city", "state", "zip", "country"]

  /// The longest values, by the names of the columns that the contract knows.
  static let lengths: [String: Int] = {
    var lengths = [
      "email": 50, "first_name": 50, "last_name": 50, "job_title": 50, "company_name": 50, "birthday_month": 2,
      "birthday_day": 2, "anniversary": 10, "sms_number": 16, "sms_consent_date": 16, "phone": 25, "mobile_phone": 25,
    ]
    for kind in kinds { lengths[kind + "_phone"] = 25 }
    for part in addressParts {
      for prefix in [""] + kinds.map({ $0 + "_" }) { lengths[prefix + part] = part.hasPrefix("street") ? 255 : 50 }
    }
    return lengths
  }()

  /// The column that a name means; `nil` for an unknown one. The contract writes `home country` with a space.
  static func column(_ name: String) -> String? {
    let name = name.split(separator: " ").joined(separator: " ")
    if name.lowercased().hasPrefix("cf:") { return "cf:" + name.dropFirst(3) }
    let known = name.lowercased().replacing(" ", with: "_")
    return lengths[known] == nil ? nil : known
  }
}
