internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Encodes contacts as rows of a CSV file or elements of a JSON array, and knows their sizes before the columns are.
struct ImportEncoder: Sendable {
  let format: BulkImport.Options.Format
  /// The CSV columns in use: those of the contract by index, then custom fields by name, in the order of their first use.
  private(set) var columns: Set<Int> = []
  private(set) var customColumns: [String] = []
  private var customIndices: [String: Int] = [:]

  /// The number of custom fields in a CSV file.
  private static let maximumCustomColumns = 25

  init(_ format: BulkImport.Options.Format) { self.format = format }

  /// Why the CSV form cannot hold a contact; `nil` when it can.
  func obstacle(_ contact: ImportedContact) -> String? {
    guard format == .csv else { return nil }
    for (name, path) in Self.jsonOnly where contact[keyPath: path] != nil {
      return "`row.\(name)` has no column in CSV imports"
    }
    if contact.workAddress != nil || contact.otherAddress != nil {
      return "`row.work_street` and `row.other_street` have no columns in CSV imports"
    }
    if !contact.additionalFields.unknown.isEmpty { return "the row has properties that have no columns in CSV imports" }
    let new = contact.customFields.keys.count { customIndices[$0] == nil }
    if customColumns.count + new > Self.maximumCustomColumns { return "CSV imports have at most 25 custom fields" }
    if Self.columns.contains(where: { hasLineBreak($0.value(contact)) })
      || contact.customFields.values.contains(where: hasLineBreak)
    {
      return "the row has a line break, which CSV imports count as a line"
    }
    return nil
  }

  /// Notes the columns of a contact.
  ///
  /// - Returns: The size of its row without the separators, whose number is not known yet.
  mutating func note(_ contact: ImportedContact) throws -> Int {
    guard format == .csv else { return try JSONCoding.body(contact).data().count }
    var size = 0
    for (index, column) in Self.columns.enumerated() {
      guard let value = column.value(contact), !value.isEmpty else { continue }
      columns.insert(index)
      size += Self.quoted(value).utf8.count
    }
    for (name, value) in contact.customFields.sorted(by: { $0.key < $1.key }) {
      if customIndices[name] == nil {
        customIndices[name] = customColumns.count
        customColumns.append(name)
      }
      size += Self.quoted(value).utf8.count
    }
    return size
  }

  /// The bytes that each row takes beside its values.
  var rowOverhead: Int {
    // Commas between the columns, CR LF; in JSON the comma after the element.
    format == .csv ? max(columns.count + customColumns.count - 1, 0) + 2 : 1
  }

  /// The first bytes of a chunk's contents: the heading, or the start of the JSON body.
  func head() -> Data {
    switch format {
    case .csv:
      let names = columns.sorted().map { Self.columns[$0].heading } + customColumns.map { "cf:\($0)" }
      return Data((names.map(Self.quoted).joined(separator: ",") + "\r\n").utf8)
    case .json: return Data(#"{"import_data":["#.utf8)
    }
  }

  /// The last bytes of a JSON body.
  func tail(lists: [ListID], smsPermission: ImportSMSPermission?) throws -> Data {
    guard format == .json else { return Data() }
    let ids = String(decoding: try JSONCoding.body(lists).data(), as: UTF8.self)
    let permission = try smsPermission.map {
      #","sms_permission_to_send":"# + String(decoding: try JSONCoding.body($0).data(), as: UTF8.self)
    }
    return Data((#"],"list_ids":"# + ids + (permission ?? "") + "}").utf8)
  }

  /// Returns a row with its separator; `nil` when it has a column that was not noted.
  func row(_ contact: ImportedContact, isFirst: Bool) throws -> Data? {
    guard format == .csv else {
      let element = try JSONCoding.body(contact).data()
      return isFirst ? element : Data(",".utf8) + element
    }
    var values = columns.sorted().map { Self.quoted(Self.columns[$0].value(contact) ?? "") }
    var custom = [String](repeating: "", count: customColumns.count)
    for (name, value) in contact.customFields {
      guard let index = customIndices[name] else { return nil }
      custom[index] = Self.quoted(value)
    }
    values += custom
    for (index, column) in Self.columns.enumerated() where !columns.contains(index) {
      if let value = column.value(contact), !value.isEmpty { return nil }
    }
    return Data((values.joined(separator: ",") + "\r\n").utf8)
  }

  private struct Column: Sendable {
    let heading: String
    let value: @Sendable (ImportedContact) -> String?

    init(_ heading: String, _ value: @escaping @Sendable (ImportedContact) -> String?) {
      (self.heading, self.value) = (heading, value)
    }
  }

  /// The headings that the API documents.
  private static let columns: [Column] = [
    Column("email") { $0.email }, Column("first_name") { $0.firstName }, Column("last_name") { $0.lastName },
    Column("phone") { $0.phone }, Column("job_title") { $0.jobTitle }, Column("anniversary") { $0.anniversary },
    Column("birthday_day") { $0.birthdayDay.map(String.init) },
    Column("birthday_month") { $0.birthdayMonth.map(String.init) }, Column("company_name") { $0.companyName },
    Column("street") { $0.homeAddress?.street }, Column("street2") { $0.homeAddress?.street2 },
    Column("city") { $0.homeAddress?.city }, Column("state") { $0.homeAddress?.state },
    Column("zip") { $0.homeAddress?.postalCode }, Column("country") { $0.homeAddress?.country },
    Column("sms_number") { $0.smsNumber }, Column("sms_consent_date") { $0.smsConsentDate },
  ]

  private static let jsonOnly: [(name: String, path: any KeyPath<ImportedContact, String?> & Sendable)] = [
    ("home_phone", \.homePhone), ("work_phone", \.workPhone), ("mobile_phone", \.mobilePhone),
    ("other_phone", \.otherPhone),
  ]

  private func hasLineBreak(_ text: String?) -> Bool { text?.utf8.contains { $0 == 0x0A || $0 == 0x0D } ?? false }

  private static func quoted(_ text: String) -> String {
    let isPlain = !text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return isPlain
      ? text : "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
