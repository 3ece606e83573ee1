public import ConstantContactCore
public import ConstantContactResources
public import ConstantContactTransport

/// A contact in the file of an export.
///
/// The titles of the file's columns are not documented. Known columns are found by their API key or any of the titles in use; every
/// column can be read by its title.
public struct ExportedContact: Sendable, Hashable {
  /// The row as the file has it.
  public let record: CSVRecord
  private let heading: ExportHeading

  init(record: CSVRecord, heading: ExportHeading) {
    self.record = record
    self.heading = heading
  }

  /// The titles of the file's columns.
  public var titles: [String] { heading.heading.titles }

  /// The value of a known column; `nil` when the file does not have the column or the row no value. Of several columns, such as
  /// `Phone - home` and `Phone - mobile`, the first value.
  public subscript(field: ExportField) -> String? {
    for position in heading.positions[field] ?? [] {
      if let value = value(at: position) { return value }
    }
    return nil
  }

  /// The value of a column by its title; `nil` when the file does not have the column or the row no value. Titles are compared by
  /// ``CSVHeading/key(for:)``.
  public subscript(title title: String) -> String? { heading.heading.position(of: title).flatMap(value) }

  /// The value of a custom field by its label; `nil` when the file does not have the column or the row no value.
  ///
  /// Unlike a column by its title, this does not return a known column of the same name.
  public func customField(_ label: String) -> String? { heading.others[CSVHeading.key(for: label)].flatMap(value) }

  /// Whether the file has a known column.
  public func has(_ field: ExportField) -> Bool { heading.positions[field] != nil }

  /// The contact's ID.
  public var id: ContactID? { self[.contactID].map(ContactID.init) }
  /// The email address.
  public var email: String? { self[.emailAddress] }
  /// The first name.
  public var firstName: String? { self[.firstName] }
  /// The last name.
  public var lastName: String? { self[.lastName] }
  /// The company name.
  public var companyName: String? { self[.companyName] }
  /// The job title.
  public var jobTitle: String? { self[.jobTitle] }
  /// The permission to send, as the file has it.
  public var permission: PermissionToSend? { self[.emailPermission].map { PermissionToSend(rawValue: $0) } }
  /// The date of creation.
  public var createdAt: Timestamp? { self[.createdAt].map { Timestamp(text: $0) } }
  /// The date of the last update.
  public var updatedAt: Timestamp? { self[.updatedAt].map { Timestamp(text: $0) } }

  private func value(at position: Int) -> String? {
    guard let text = record[position], !text.isEmpty else { return nil }
    return text
  }

  /// Whether both are the same row of files with the same columns.
  public static func == (left: ExportedContact, right: ExportedContact) -> Bool {
    left.record == right.record && left.titles == right.titles
  }

  /// Hashes the row.
  public func hash(into hasher: inout Hasher) { hasher.combine(record) }
}

extension ExportedContact: Redacting {
  /// The line in the file, without personal data.
  public var description: String { "exported contact at line \(record.line)" }
}
