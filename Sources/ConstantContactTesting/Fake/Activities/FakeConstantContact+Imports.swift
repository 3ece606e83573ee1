internal import ConstantContactKit

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The requests that import contacts.
extension FakeConstantContact {
  func importJSON(_ call: Call) throws -> Reply {
    let body = try call.json(.jsonImport)
    var items = body["import_data"]?.array ?? []
    if call.body.count > ImportFile.maximumBytes {
      let ends = JSONParser.elementEnds(of: "import_data", in: call.body)
      items = Array(items.prefix(ends.count { $0 <= ImportFile.maximumBytes }))
    }
    var faults = listFaults(in: body["list_ids"], "list_ids")
    var file = ImportFile(
      lists: body.ids("list_ids"), hasSMSConsent: body["sms_permission_to_send"] == "explicit")
    for (index, item) in items.prefix(ImportFile.maximumLines).enumerated() {
      guard let members = item.object else {
        faults.append("import_data[\(index)] does not have a valid value")
        continue
      }
      var values: [String: String] = [:]
      for (name, member) in members where member != .null {
        let text = member.string ?? member.integer.map(String.init)
        if let column = ImportFile.column(name), let text {
          values[column] = text
        } else {
          faults.append(
            "import_data[\(index)].\(name) \(text == nil ? "does not have a valid value" : "is not a known property")")
        }
      }
      file.rows.append(ImportFile.Row(number: index + 1, values: values))
    }
    if !faults.isEmpty { throw Reply.invalid(faults.sorted()) }
    return try queueActivity(.importContacts(file), call)
  }

  func importCSV(_ call: Call) throws -> Reply {
    guard let form = MultipartForm(call), let part = form.parts.first(where: { $0.name == "file" }) else {
      throw Reply.service(415, "unsupported_media_type", "Content-Type must be multipart/form-data with a part file.")
    }
    guard let name = part.fileName, name.lowercased().hasSuffix(".csv") else {
      throw Reply.service(415, "unsupported_media_type", "The file's name must end with .csv.")
    }
    let lists = form.parts.filter { $0.name == "list_ids" }
      .flatMap { $0.text.split(separator: ",").map { $0.trimmed.lowercased() } }
    let permission = form.parts.first { $0.name == "sms_permission_to_send" }?.text.trimmed
    var faults = listFaults(in: .array(lists.map { .string($0) }), "list_ids")
    if !(1...50).contains(lists.count) { faults.append("list_ids size must be between 1 and 50") }
    if let permission, permission != "explicit", permission != "not_set" {
      faults.append("sms_permission_to_send does not have a valid value")
    }
    if !faults.isEmpty { throw Reply.invalid(faults) }
    var file = ImportFile(name: name, hasHeader: true, lists: lists, hasSMSConsent: permission == "explicit")
    // What exceeds the limit of the whole request is dropped, and with it the line that is cut.
    let rest = max(ImportFile.maximumBytes - part.start, 0)
    let isCut = part.content.count > rest
    read(part.content.prefix(rest), isCut: isCut, into: &file)
    return try queueActivity(.importContacts(file), call)
  }

  private func read(_ content: some Sequence<UInt8>, isCut: Bool, into file: inout ImportFile) {
    let records: [[String]]
    do {
      records = try Self.records(in: content, isCut: isCut)
    } catch {
      file.fault = "The file is not valid CSV: \(error)"
      return
    }
    let header = (records.first ?? []).map { ImportFile.column($0.trimmed) }
    if !header.contains("email"), !header.contains("sms_number") {
      file.fault = "The file has neither a column email nor a column sms_number"
      return
    }
    for (index, record) in records.dropFirst().enumerated() {
      var values: [String: String] = [:]
      for (column, value) in zip(header, record) {
        if let column, !value.trimmed.isEmpty { values[column] = value.trimmed }
      }
      file.rows.append(ImportFile.Row(number: index + 1, values: values))
    }
  }

  /// The records that are not empty. Of a file that is cut, the last record is missing.
  private static func records(in content: some Sequence<UInt8>, isCut: Bool) throws(CSVError) -> [[String]] {
    var options = CSVOptions()
    options.allowsStrayQuotes = true
    var parser = CSVParser(options)
    parser.append(content)
    if !isCut { parser.finish() }
    var records: [[String]] = []
    while records.count < ImportFile.maximumLines, let record = try parser.next() {
      if !record.isEmpty { records.append(record.fields) }
    }
    return records
  }
}

extension StringProtocol {
  /// The text without whitespace at its ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
