internal import ConstantContactCore
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension BulkActivitiesAPI {
  /// Starts an import of contacts onto lists.
  ///
  /// New contacts get the permission ``PermissionToSend/implicit``. Of existing contacts, only the given values change;
  /// those that opted out are not added to the lists, and ``BulkActivity/counts`` has their number.
  ///
  /// See [Import contacts](https://developer.constantcontact.com/api_guide/import_contacts.html).
  ///
  /// - Parameters:
  ///   - contacts: The contacts, 1 to 40,000, at most 4 MB (4,000,000 bytes) of JSON in all.
  ///   - lists: The lists, 1 to 50.
  ///   - smsPermission: Whether the contacts agreed to text messages; not set by default. If they did, each contact with
  ///     a number needs a consent date.
  /// - Throws: ``ConstantContactError`` with code `invalidInput`, before anything is sent, when there are too many
  ///   contacts or bytes (the API would drop the rest without an error) or a value exceeds its limit.
  public func importContacts(
    _ contacts: [ImportedContact],
    onto lists: [ListID],
    smsPermission: ImportSMSPermission? = nil
  ) async throws -> BulkActivity {
    let descriptor = OperationDescriptor.activitiesImportContacts
    let content = ContactsImportBody(contacts: contacts, listIDs: lists, smsPermission: smsPermission)
    try content.check(descriptor.name)
    let body = try JSONCoding.body(content)
    try BulkActivityLimits.checkSize(body.data().count, descriptor.name)
    return try await pipeline.send(.json(descriptor, body: body))
  }

  /// Starts an import of a CSV file onto lists.
  ///
  /// The first line names the columns: `email` or `sms_number`, and optionally `first_name`, `last_name`, `phone`,
  /// `job_title`, `company_name`, `anniversary`, `birthday_day`, `birthday_month`, `street`, `street2`, `city`,
  /// `state`, `zip`, `country`, `sms_consent_date`, and `cf:` followed by the name of a custom field, at most 25. The
  /// effect on the contacts is that of ``importContacts(_:onto:smsPermission:)``.
  ///
  /// See [Import contacts](https://developer.constantcontact.com/api_guide/import_contacts.html).
  ///
  /// - Parameters:
  ///   - csv: The file, at most 40,000 lines including the first one and, with the request around it, 4 MB (4,000,000
  ///     bytes).
  ///   - fileName: The file's name, which must end with `.csv`.
  ///   - lists: The lists, 1 to 50.
  ///   - smsPermission: Whether the contacts agreed to text messages; not set by default.
  /// - Throws: ``ConstantContactError`` with code `invalidInput`, before anything is sent, when the file is empty or
  ///   too large, or its name does not end with `.csv`.
  public func importCSV(
    _ csv: Data,
    fileName: String = "contacts.csv",
    onto lists: [ListID],
    smsPermission: ImportSMSPermission? = nil
  ) async throws -> BulkActivity {
    let descriptor = OperationDescriptor.activitiesImportCSV
    let check = InputCheck(descriptor.name)
    try check.require(fileName.lowercased().hasSuffix(".csv"), "`file` has a name that does not end with `.csv`")
    try check.require(!csv.isEmpty, "file", "is empty")
    try check.require(
      Self.lineCount(csv) <= BulkActivityLimits.importedContacts,
      "file",
      "has \(Self.lineCount(csv)) lines; the limit is \(BulkActivityLimits.importedContacts) including the heading"
    )
    try BulkActivityLimits.checkIDs("list_ids", lists.count, limit: BulkActivityLimits.lists, descriptor.name)
    var form = MultipartBody()
    try form.append(name: "file", filename: fileName, contentType: "text/csv", content: csv)
    form.append(name: "list_ids", value: lists.map(\.rawValue).joined(separator: ","))
    if let smsPermission { form.append(name: "sms_permission_to_send", value: smsPermission.rawValue) }
    let body = form.data
    try BulkActivityLimits.checkSize(body.count, descriptor.name)
    return try await pipeline.send(
      APIOperation(descriptor, headers: ["Content-Type": form.contentType], body: .bytes(body)) {
        try JSONCoding.decode($0.body)
      })
  }

  /// The number of lines, which end with LF, CR LF or CR. Line ends within quotes count, since the limit is in lines and
  /// not in records.
  private static func lineCount(_ csv: Data) -> Int {
    let feeds = csv.count { $0 == 0x0A }
    let ends = feeds > 0 ? feeds : csv.count { $0 == 0x0D }
    return csv.last == 0x0A || csv.last == 0x0D ? ends : ends + 1
  }
}
