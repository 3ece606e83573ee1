import ExampleSupport
import Foundation
import Testing

/// The bundled file has the documented properties.
@Suite struct BundledLeadsTests {
  private let file: LeadFile
  private let rows: [LeadRow]

  init() throws {
    file = try BundledLeads.load()
    rows = file.rows
  }

  private func address(_ row: LeadRow) -> String? { row["work_email"] ?? row["personal_email"] }

  private var addresses: [String] { rows.compactMap(address) }

  /// Whether an address is malformed by any definition.
  private func isMalformed(_ address: String) -> Bool {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, address.unicodeScalars.count <= 80 else { return true }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count < 2 || labels.contains("") || address.contains { character in " ,;:<>".contains(character) }
  }

  @Test func hasTheFormatOfSpreadsheets() throws {
    let bytes = [UInt8](try Data(contentsOf: BundledLeads.url))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    #expect(text.unicodeScalars.filter { $0 == "\r" }.count > rows.count)
    #expect(text.contains("\"\""))
    #expect(file.format == .csv)
  }

  @Test func hasTheDocumentedColumnsInAnotherOrder() {
    let documented = LeadField.allCases.map(\.rawValue)
    #expect(file.columns.map(\.title).sorted() == documented.sorted())
    #expect(file.columns.map(\.title) != documented)
    #expect(file.unusedColumns().isEmpty && file.notices().isEmpty)
  }

  @Test func hasAboutThreeHundredRows() {
    #expect((280...320).contains(rows.count))
  }

  @Test func hasAllCombinationsOfAddresses() {
    let work = rows.filter { $0["work_email"] != nil }
    let personal = rows.filter { $0["personal_email"] != nil }
    let both = work.filter { $0["personal_email"] != nil }
    let neither = rows.filter { address($0) == nil }
    #expect(work.count - both.count >= 150)
    #expect(personal.count - both.count >= 30)
    #expect(both.count >= 25)
    #expect(neither.count >= 8)
    #expect(neither.contains { row in row.fields.values.allSatisfy(\.isEmpty) })
    #expect(neither.contains { $0.fields["workemail"]?.isEmpty == false })
  }

  @Test func everyDomainIsReserved() {
    let reserved = ["example.com", "example.org", "example.net", "example", "test", "invalid"]
    for row in rows {
      for column in ["work_email", "personal_email"] {
        guard let value = row[column] else { continue }
        // One field may hold two addresses.
        for part in value.split(whereSeparator: { ";,".contains($0) }) where part.contains("@") {
          let host = part.lowercased().filter { $0 != " " }.drop { $0 != "@" }.split(separator: "@").last ?? ""
          let domain = host.trimmingCharacters(in: CharacterSet(charactersIn: " .>"))
          let isReserved = domain.isEmpty || reserved.contains { domain == $0 || domain.hasSuffix("." + $0) }
          #expect(isReserved, "row \(row.row)")
        }
      }
      let others = row.fields.filter { !$0.key.hasSuffix("email") }
      #expect(!others.values.contains { $0.contains("@") && $0 != "@home" }, "row \(row.row)")
    }
  }

  @Test func hasMalformedAddresses() {
    let malformed = addresses.filter(isMalformed)
    #expect((15...30).contains(malformed.count))
    #expect(malformed.contains { !$0.contains("@") })
    #expect(malformed.contains { $0.contains("@@") })
    #expect(malformed.contains { $0.contains(" ") })
    #expect(malformed.contains { $0.hasSuffix(".") })
    #expect(malformed.contains { $0.hasSuffix(",") })
    #expect(malformed.contains("n/a"))
    #expect(malformed.contains("-"))
    #expect(malformed.contains { $0.count > 80 && $0.split(separator: "@").count == 2 })
    #expect(
      rows.contains { isMalformed($0["work_email"] ?? "@") && $0["personal_email"]?.isEmpty == false }
    )
    #expect(addresses.contains { address in !isMalformed(address) && address.contains { !$0.isASCII } })
  }

  @Test func hasPlusAddresses() {
    let plus = addresses.filter { !isMalformed($0) && $0.contains("+") }
    #expect(plus.count >= 8)
    let withBase = plus.filter { address in
      let base = address.prefix { $0 != "+" } + address.drop { $0 != "@" }
      return addresses.contains(String(base))
    }
    #expect(withBase.count >= 3)
  }

  @Test func hasDuplicates() {
    var seen: [String: [LeadRow]] = [:]
    for row in rows {
      guard let address = address(row), !isMalformed(address) else { continue }
      seen[address.lowercased(), default: []].append(row)
    }
    let repeated = seen.values.filter { $0.count > 1 }
    #expect(repeated.filter { Set($0.map(\.fields)).count < $0.count }.count >= 8)
    #expect(repeated.filter { Set($0.compactMap(address)).count > 1 }.count >= 6)
    let crossed = repeated.filter { group in
      group.contains { $0["work_email"] != nil } && group.contains { $0["work_email"] == nil }
    }
    #expect(crossed.count >= 3)
  }

  @Test func hasWhitespaceAroundAddresses() {
    let padded = rows.flatMap { [$0.fields["workemail"], $0.fields["personalemail"]] }.filter { value in
      guard let value, let first = value.first, let last = value.last else { return false }
      return (first.isWhitespace || last.isWhitespace) && value.contains("@")
    }
    #expect(padded.count >= 4)
  }

  @Test(arguments: [
    ("Latin beyond ASCII", 0xC0...0x24F), ("Greek", 0x370...0x3FF), ("Cyrillic", 0x400...0x4FF),
    ("Armenian", 0x530...0x58F),
    ("Hebrew", 0x590...0x5FF), ("Arabic", 0x600...0x6FF), ("Devanagari", 0x900...0x97F), ("Bengali", 0x980...0x9FF),
    ("Tamil", 0xB80...0xBFF), ("Telugu", 0xC00...0xC7F), ("Sinhala", 0xD80...0xDFF), ("Thai", 0xE00...0xE7F),
    ("Georgian", 0x10A0...0x10FF), ("Hangul", 0xAC00...0xD7A3), ("Ethiopic", 0x1200...0x137F),
    ("Khmer", 0x1780...0x17FF),
    ("Hiragana", 0x3040...0x309F), ("Katakana", 0x30A0...0x30FF), ("Han", 0x4E00...0x9FFF),
  ])
  func hasNamesInManyScripts(script: String, range: ClosedRange<UInt32>) {
    let names = rows.flatMap { [$0["first_name"], $0["last_name"]] }.compactMap(\.self)
    #expect(names.contains { $0.unicodeScalars.contains { range.contains($0.value) } })
  }

  @Test func hasAwkwardValues() {
    func values(_ column: String) -> [String] { rows.compactMap { $0[column] } }
    let names = values("first_name") + values("last_name")
    #expect(names.contains { $0.contains("'") })
    #expect(names.contains { $0.contains("-") })
    #expect(names.contains { $0.count == 1 })
    #expect(values("last_name").contains { $0.count > 50 })
    #expect(values("job_title").contains { $0.count == 60 })
    #expect(values("company_name").contains { $0.count >= 70 })
    #expect(values("company_name").filter { $0.contains(",") }.count >= 5)
    #expect(values("company_name").contains { $0.contains("\"") })
    #expect(values("street").contains { $0.contains(where: \.isNewline) })
    #expect(values("work_phone").contains { $0.count > 25 })
    #expect(Set((values("work_phone") + values("personal_phone")).map(shape)).count >= 20)
    #expect(Set(values("country")).count >= 40)
    #expect(values("postal_code").contains { $0.hasPrefix("0") })
    #expect(values("postal_code").contains { $0.contains(where: \.isLetter) })
  }

  private func shape(_ phone: String) -> String { String(phone.map { $0.isNumber ? "9" : $0 }) }

  @Test func existingContactsAreInTheFile() {
    let known = BundledPeople.known
    let counts = Dictionary(grouping: known, by: \.state).mapValues(\.count)
    #expect(counts == [.active: 6, .unsubscribed: 3, .deleted: 2, .pending: 1])
    #expect(Set(known.map(\.email)).count == known.count)
    for person in known {
      let matches = addresses.filter { $0.lowercased() == person.email.lowercased() }
      #expect(matches.count == 1)
    }
    #expect(known.filter { !addresses.contains($0.email) }.map(\.state) == [.active])
    #expect(known.filter { $0.email.contains("+") }.map(\.state) == [.active])
  }
}
