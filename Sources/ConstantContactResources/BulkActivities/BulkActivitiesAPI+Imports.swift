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
  /// Contacts that are new get the permission ``PermissionToSend/implicit``. Of those that exist only what is given
  /// changes; those who opted out are not put on the lists, and the activity's ``BulkActivity/counts`` say how many they
  /// are.
  ///
  /// - Parameters:
  ///   - contacts: 1 to 40,000 contacts, no more than 4 MB (4,000,000 bytes) of JSON together.
  ///   - lists: 1 to 50 lists.
  ///   - smsPermission: Whether the contacts agreed to text messages; not set by default. When they did, each that has
  ///     a number needs a consent date.
  /// - Throws: ``ConstantContactError`` with code `invalidInput`, before anything is sent, when there are too many
  ///   contacts or bytes (the service would drop in silence what is too much) or a value does not keep its limit.
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
  /// The first line names the columns: `email` or `sms_number`, and perhaps `first_name`, `last_name`, `phone`,
  /// `job_title`, `company_name`, `anniversary`, `birthday_day`, `birthday_month`, `street`, `street2`, `city`,
  /// `state`, `zip`, `country`, `sms_consent_date`, and `cf:` with the name of a custom field, of which there may be
  /// 25. What happens to the contacts is as with ``importContacts(_:onto:smsPermission:)``.
  ///
  /// - Parameters:
  ///   - csv: The file, at most 40,000 lines with the first one and, with the request around it, 4 MB (4,000,000
  ///     bytes).
  ///   - fileName: What the file is called; it has to end with `.csv`.
  ///   - lists: 1 to 50 lists.
  ///   - smsPermission: Whether the contacts agreed to text messages; not set by default.
  /// - Throws: ``ConstantContactError`` with code `invalidInput`, before anything is sent, when the file is empty or
  ///   too large, or its name has another ending.
  public func importCSV(
    _ csv: Data,
    fileName: String = "contacts.csv",
    onto lists: [ListID],
    smsPermission: ImportSMSPermission? = nil
  ) async throws -> BulkActivity {
    let descriptor = OperationDescriptor.activitiesImportCSV
    let check = InputCheck(descriptor.name)
    try check.require(fileName.lowercased().hasSuffix(".csv"), "file", "has a name that does not end with `.csv`")
    try check.require(!csv.isEmpty, "file", "is empty")
    try check.require(
      Self.lineCount(csv) <= BulkActivityLimits.importedContacts,
      "file", "has \(Self.lineCount(csv)) lines; the limit is \(BulkActivityLimits.importedContacts) with the header")
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

  /// Lines end with LF or CR LF, or, in files of old, with CR. Those within quotes are counted too: the vendor says
  /// lines, not records.
  private static func lineCount(_ csv: Data) -> Int {
    let feeds = csv.count { $0 == 0x0A }
    let ends = feeds > 0 ? feeds : csv.count { $0 == 0x0D }
    return csv.last == 0x0A || csv.last == 0x0D ? ends : ends + 1
  }
}
