internal import ConstantContactResources

/// The columns of an export, found once for all of its rows.
final class ExportHeading: Sendable {
  let heading: CSVHeading
  /// The positions of each known column. There are several when the export tells kinds apart, such as `Phone - mobile`.
  let positions: [ExportField: [Int]]
  /// The first position of each column that is not known: custom fields, by the key of the title.
  let others: [String: Int]

  init(_ record: CSVRecord) {
    let heading = CSVHeading(record)
    var positions: [ExportField: [Int]] = [:]
    var others: [String: Int] = [:]
    for (position, title) in heading.titles.enumerated() {
      let key = CSVHeading.key(for: title)
      if let field = Self.byKey[key], positions[field] == nil {
        positions[field] = [position]
      } else if let kind = title.firstRange(of: " - "),
        let field = Self.byKey[CSVHeading.key(for: String(title[..<kind.lowerBound]))]
      {
        positions[field, default: []].append(position)
      } else if others[key] == nil {
        others[key] = position
      }
    }
    (self.heading, self.positions, self.others) = (heading, positions, others)
  }

  /// The titles of the columns by their API key. Constant Contact does not document them, so that all that are known are accepted.
  private static let titles: [ExportField: [String]] = [
    .firstName: [], .lastName: [], .contactID: [], .emailAddress: ["Email"], .emailLists: ["Lists"],
    .phoneNumber: ["Phone"], .companyName: ["Company"], .jobTitle: [], .socialProfiles: [], .website: [],
    .tags: ["Tags"], .notes: ["Note"], .street: ["Street address"], .street1: ["Street address line 1"],
    .street2: ["Street address line 2"], .city: [], .state: ["State/Province"],
    .internationalState: ["State (international)", "International state"],
    .postalCode: ["Zip code", "Zip/Postal Code", "Postal code"], .country: [], .anniversary: [], .birthday: [],
    .birthdayDay: [], .birthdayMonth: [], .sourceName: ["Source"], .createdAt: ["Created"], .updatedAt: ["Updated"],
    .emailOptIn: ["Email status"], .emailPermission: ["Email permission status"], .emailUpdateSource: [],
    .emailOptInSource: [], .emailOptInDate: [], .emailOptOutDate: [], .emailOptOutSource: [],
    .emailOptOutReason: [], .smsNumber: [], .smsConsentDate: [], .smsStatus: [],
  ]

  private static let byKey: [String: ExportField] = {
    var fields: [String: ExportField] = [:]
    for (field, titles) in titles {
      for title in [field.rawValue] + titles { fields[CSVHeading.key(for: title)] = field }
    }
    return fields
  }()
}
