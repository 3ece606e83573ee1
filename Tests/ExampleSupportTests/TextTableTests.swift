import ExampleSupport
import Testing

@Suite struct TextTableTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ｱ", 1), ("Ａ", 2),
    ("👨‍👩‍👧", 2), ("🇯🇵", 2), ("❤️", 2), ("👍🏽", 2), ("สวัสดี", 4), ("a\u{200B}b", 2), ("нет", 3), ("שלום", 4), ("…", 1),
    ("𠮷", 2), ("नमस्ते", 4), ("“”", 2),
  ])
  func widthsAreThoseOfATerminal(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
    ("日本語", 1, "…"), ("abc", 0, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func truncatesByWidth(text: String, limit: Int, expected: String) {
    #expect(DisplayWidth.truncate(text, to: limit) == expected)
  }

  @Test func alignsWideTextAndNumbers() {
    var table = TextTable(columns: [.init("Row", alignment: .trailing), .init("Name"), .init("State")])
    table.append(["1", "佐藤", "created"])
    table.append(["10", "Ann", ""])
    table.append(["100"])
    table.append(["7", "x", "y", "too many"])
    #expect(
      table.lines() == [
        "Row  Name  State",
        "---  ----  -------",
        "  1  佐藤  created",
        " 10  Ann",
        "100",
        "  7  x     y",
      ]
    )
  }

  @Test func widestColumnIsTruncatedFirst() {
    var table = TextTable(columns: [.init("#", minimumWidth: nil), .init("Address"), .init("Why")])
    table.append(["1", "customer.long@example.com", "no @ in it"])
    #expect(table.lines(width: 30).last == "1  customer.long@…  no @ in it")
    #expect(table.lines(width: 22).last == "1  custome…  no @ in …")
    // At the minimum widths, the line itself is truncated.
    #expect(table.lines(width: 12).last == "1  custome…")
    for width in 1...60 { #expect(table.lines(width: width).allSatisfy { DisplayWidth.of($0) <= width }) }
    #expect(table.lines(width: 200) == table.lines())
  }

  @Test func cellsContainNoControlCharacters() {
    var table = TextTable(columns: [.init("Street")])
    table.append(["a\r\nb\u{1B}[31mc\u{202E}d\u{9B}e\tf"])
    #expect(table.lines().last == "a b [31mc d e f")
  }

  @Test func headingsAloneAreATable() {
    #expect(TextTable(columns: [.init("A"), .init("B")]).lines(width: 80) == ["A  B", "-  -"])
    #expect(TextTable(columns: []).lines().isEmpty)
  }
}
