import ConstantContactKit
import Foundation

/// CSV files: records, contacts, and the parts of an import.
extension FuzzTarget {
  static let csvTargets: [FuzzTarget] = [
    FuzzTarget("csv", texts: csvFiles) { input in
      for delimiter in [CSVOptions.Delimiter.detected, .tab] {
        for encoding in [CSVOptions.Encoding.utf8, .windows1252] {
          var options = CSVOptions(delimiter: delimiter, encoding: encoding)
          options.allowsStrayQuotes = encoding == .windows1252
          var parser = CSVParser(options)
          // In two pieces, whose boundary the input decides.
          let cut = input.isEmpty ? 0 : Int(input[0]) % (input.count + 1)
          parser.append(input[..<cut])
          var writer = CSVWriter()
          while let record = try parser.next() { writer.append(record) }
          parser.append(input[cut...])
          parser.finish()
          while let record = try parser.next() {
            writer.append(record.fields)
            _ = "\(record) \(String(describing: record[record.count]))"
          }
        }
      }
    },
    FuzzTarget("contact-rows", texts: csvFiles) { input in
      let file = CSVReader(Data(input), options: CSVOptions(delimiter: .detected))
      let columns = try await ContactColumns(of: file)
      for try await row in ContactRows(file, columns: columns, smsPermission: .explicit) { _ = "\(row)" }
      for try await part in CSVImportParts(file, columns: columns, byteLimit: 200, lineLimit: 5) { _ = "\(part)" }
    },
  ]

  private static let csvFiles = [
    "email,first_name,cf:Size\r\nann@example.com,Ann,\"4, \"\"5\"\"\"\r\nbea@example.com,Bea\r\n",
    "E-Mail;Birthday month;birthday_day;Work city\nann@example.com;5;3;\"a\nb\"\n",
    "\u{FEFF}sms_number\tsms_consent_date\n508-123-1235\t2020-01-02\n",
  ]
}
