import ConstantContactKit
import Foundation
import Testing

@Suite struct ContactRowsTests {
  private func reader(_ text: String) -> CSVReader {
    CSVReader(Data(text.utf8), options: CSVOptions(delimiter: .detected))
  }

  private func columns(_ titles: String...) throws -> ContactColumns {
    try ContactColumns(CSVHeading(titles: titles))
  }

  @Test func headingsAndSynonymsAreRecognized() throws {
    let pairs: [(String, ContactColumn?)] = [
      ("email", .email), (" E-mail Address ", .email), ("EMAIL", .email), ("First Name", .firstName),
      ("Surname", .lastName), ("Company", .companyName), ("Mobile", .mobilePhone), ("Phone - mobile", .mobilePhone),
      ("phone", .phone), ("Zip", .postalCode), ("Postcode", .postalCode), ("zip_code", .postalCode),
      ("Work City", ContactColumn(rawValue: "work_city")), ("home country", .country), ("SMS Number", .smsNumber),
      ("cf:Shoe size", .customField("Shoe size")), ("CF: Shoe size ", .customField("Shoe size")),
      ("Name", nil), ("Title", nil), ("Favorite color", nil), ("cf:", nil), ("", nil),
    ]
    for (title, column) in pairs { #expect(ContactColumn(heading: title) == column, "\(title)") }
    // Every heading of the import means itself, and no two have the same key.
    for column in ContactColumn.standard { #expect(ContactColumn(heading: column.rawValue) == column) }
    #expect(Set(ContactColumn.standard.map { CSVHeading.key(for: $0.rawValue) }).count == ContactColumn.standard.count)
    #expect(ContactColumn.standard.count == 33)
  }

  @Test func everyColumnSuppliesTheValueOfItsHeading() throws {
    for column in ContactColumn.standard + [.customField("A b")] {
      let value =
        column == .birthdayMonth || column == .birthdayDay
        ? "7" : column.rawValue.contains("date") || column == .anniversary ? "2020-01-02" : "508-123-1235"
      var titles = ["email", "sms_number", "birthday_month", "birthday_day"]
      titles.removeAll { $0 == column.rawValue }
      titles.append(column.rawValue)
      let values = titles.map { title -> String in
        if title == column.rawValue { return value }
        return title == "email" ? "ann@example.com" : title.hasPrefix("birthday") ? "3" : ""
      }
      let contact = try ContactColumns(CSVHeading(titles: titles)).contact(from: CSVRecord(line: 2, fields: values))
      let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(contact)) as? [String: Any]
      #expect(json.flatMap { $0[column.rawValue] }.map { "\($0)" } == value, "\(column.rawValue)")
    }
  }

  @Test func rowsBecomeContactsWithTheirNumbers() async throws {
    let file = reader(
      "E-Mail;Vorname;First name;cf:Shoe_size;Work street\n\nann@example.com;x; Ann ;42;Main St 1\n\"bob@example.com\"\n"
    )
    let columns = try await ContactColumns(of: file)
    #expect(columns.unused == ["Vorname"])
    var rows: [ContactRow] = []
    for try await row in ContactRows(file, columns: columns) { rows.append(row) }
    #expect(rows.map(\.number) == [1, 2])
    #expect(rows.map(\.line) == [3, 4])
    var ann = ImportedContact(email: "ann@example.com", firstName: "Ann")
    ann.customFields = ["Shoe_size": "42"]
    ann.workAddress = ImportedAddress(street: "Main St 1")
    #expect(rows.map(\.contact) == [ann, ImportedContact(email: "bob@example.com")])
    #expect("\(rows) \(columns.heading.titles.count)".contains("ann") == false)
  }

  @Test func rowsThatCannotBeImportedHaveAReason() async throws {
    let long = String(repeating: "x", count: 51)
    let file = reader(
      "email,job_title,birthday_month,birthday_day\n,Boss,,\na@example.com,\(long),,\nb@example.com,,May,1\n"
        + "c@example.com,,13,1\nd@example.com,a,b,c,d\n,,,\ne@example.com\n")
    let columns = try await ContactColumns(of: file)
    var rows: [ContactRow] = []
    for try await row in ContactRows(file, columns: columns) { rows.append(row) }
    #expect(rows.map { $0.contact == nil } == [true, true, true, true, true, true, false])
    var importable: [String?] = []
    for try await contact in ContactRows(file, columns: columns).contacts { importable.append(contact.email) }
    #expect(importable == ["e@example.com"])
    let rejections = rows.compactMap(\.rejection)
    #expect(rejections[0].message == "the row has neither `email` nor `sms_number`")
    #expect(
      rejections[1].description == "column 2: `job_title` is 51 characters; the limit is 50"
        && rejections[1].limit == 50 && rejections[1].length == 51 && rejections[1].field == "job_title")
    #expect(rejections[2].description == "column 3: `birthday_month` is not a number")
    #expect(rejections[3].columnNumber == 3)
    #expect(rejections[4].columnNumber == 5)
    #expect(rejections[4].message.hasPrefix("the record has 5 fields, the heading row 4"))
    #expect(!rejections.contains { "\($0)".contains("example") || "\($0)".contains("xxx") })
  }

  @Test func explicitPermissionRequiresAConsentDate() throws {
    let columns = try columns("sms_number", "sms_consent_date")
    let record = CSVRecord(line: 2, fields: ["508-123-1235", ""])
    _ = try columns.contact(from: record)
    let rejection = #expect(throws: ContactRow.Rejection.self) {
      try columns.contact(from: record, smsPermission: .explicit)
    }
    #expect(rejection?.message.contains("sms_consent_date") == true)
  }

  @Test func headingsMustBeClear() throws {
    func code(_ titles: [String], _ renaming: [String: ContactColumn] = [:], _ ignoring: [String] = []) -> CSVError
      .Code?
    {
      #expect(throws: CSVError.self) {
        try ContactColumns(CSVHeading(titles: titles), renaming: renaming, ignoring: ignoring)
      }?.code
    }
    #expect(code(["email", ""]) == .unnamedColumn)
    #expect(code(["email", "E-Mail"]) == .duplicateColumn)
    #expect(code(["email", "Email address"]) == .duplicateColumn)
    #expect(code(["first_name"]) == .noContactColumn)
    #expect(code(["email"], [:], ["email"]) == .noContactColumn)
    #expect(code(["email"], ["x": .city]) == .unknownColumn)
    #expect(code(["email"], [:], ["x"]) == .unknownColumn)
    #expect(code(["email"] + (0..<26).map { "cf:\($0)" }) == .tooManyFields)
    let columns = try ContactColumns(
      CSVHeading(titles: ["email", "Email address", "Ort"]), renaming: ["ort": .city], ignoring: ["E-Mail"])
    #expect(columns.columns == [nil, .email, .city])
    #expect(columns.unused == ["email"])
  }

  @Test func fileWithoutAHeadingRowIsRefused() async throws {
    let empty = await #expect(throws: CSVError.self) { try await ContactColumns(of: reader("\n")) }
    #expect(empty?.code == .empty)
    let error = await #expect(throws: CSVError.self) { try await ContactColumns(of: reader("ann@example.com,Ann\n")) }
    #expect(error?.code == .noContactColumn)
    #expect(error?.description.contains("example.com") == false)
  }
}
