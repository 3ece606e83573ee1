import ConstantContactKit
import Foundation
import Testing

/// Which texts are JSON: the cases of JSONTestSuite, and those in which the library decides.
@Suite struct JSONConformanceTests {
  private static func decode(_ bytes: [UInt8]) throws -> RawJSON { try JSONCoding.decode(Data(bytes)) }

  /// Whatever RFC 8259 calls JSON.
  private static let accepted: [String] = [
    "[[]   ]", #"[""]"#, "[]", #"["a"]"#, "[false]", #"[null, 1, "1", {}]"#, "[null]", "[1\n]", " [1]",
    "[1,null,null,null,2]", "[2] ", "[123e65]", "[0e+1]", "[0e1]", "[ 4]", "[-0]", "[-123]", "[-1]",
    "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]", "[20e1]", "[1E22]",
    "[1E-2]", "[1E+2]", "[123e45]", "[123.456e78]", "[1e-2]", "[1e+2]", "[123]", "[123.456789]",
    #"{"asd":"sdf", "dfg":"fgh"}"#, #"{"asd":"sdf"}"#, "{}", #"{"":0}"#, #"{"foo\u0000bar": 42}"#,
    #"{ "min": -1.0e+28, "max": 1.0e+28 }"#, #"{"a":[]}"#, "{\n\"a\": \"b\"\n}",
    #"{"title":"\u041f\u043e\u043b\u0442\u043e\u0440\u0430" }"#,
    #"["\u0060\u012a\u12AB"]"#, #"["\uD801\udc37"]"#, #"["\ud83d\ude39\ud83d\udc8d"]"#,
    #"["\"\\\/\b\f\n\r\t"]"#, #"["\\u0000"]"#, #"["\""]"#, #"["a/*b*/c/*d//e"]"#, #"["\\a"]"#, #"["\\n"]"#,
    #"["\u0012"]"#, #"["\uFFFF"]"#, #"["asd"]"#, #"[ "asd"]"#, #"["\uDBFF\uDFFF"]"#, #"["new\u00A0line"]"#,
    "[\"\u{10FFFF}\"]", "[\"\u{FFFF}\"]", #"["\u0000"]"#, #"["\u002c"]"#, "[\"π\"]", "[\"\u{1BFFF}\"]", #"["asd "]"#,
    #"" ""#, #"["\uD834\uDd1e"]"#, #"["\u0821"]"#, #"["\u0123"]"#, "[\"\u{2028}\"]", "[\"\u{2029}\"]",
    #"["\u0061\u30af\u30EA\u30b9"]"#,
    "[\"new\u{A0}line\"]", "[\"⍂㈴⍂\"]", "[\"\u{7F}\"]", #"["\u005C"]"#, #"["\u0022"]"#, "false", "42", "-0.1", "null",
    #""asd""#, "true", #""""#, "[\"a\"]\n", "[true]", " [] ", #"{"a":{"a":1},"A":[{"a":2}]}"#, "[1.0,1.5e0,0.0]",
    #"["\uFDD0"]"#, #"["\uFFFE"]"#, #"["\uD83F\uDFFE"]"#, #"["\u200B"]"#, #"["\u2064"]"#, "\t\r\n []\r\n\t",
  ]

  @Test(arguments: accepted)
  func validTextIsRead(text: String) throws {
    let value = try Self.decode(Array(text.utf8))
    #expect(value == (try JSONDecoder().decode(RawJSON.self, from: Data(text.utf8))))
  }

  /// Whatever RFC 8259 does not call JSON, with a value that is refused or cannot be read.
  private static let refused: [String] = [
    "[1 true]", "[a\u{E5}]", #"["": 1]"#, #"[""],"#, "[,1]", "[1,,2]", #"["x",,]"#, #"["x"]]"#, #"["x""#, "[x",
    "[3[4]]",
    "[,]", "[   , \"\"]", "[\"\u{B}a\"\\f]", "[*]", #"[""#, "[1,", "[1,\n1\n,1", "[{}", "[fals]", "[nul]", "[tru]",
    "[++1234]",
    "[+1]", "[+Inf]", "[-01]", "[-1.0.]", "[-NaN]", "[.-1]", "[.2e-3]", "[0.1.2]", "[0.3e+]", "[0.3e]",
    "[0.e1]", "[-2.]", "[1.]", "[0.,1]",
    "[0E+]", "[0E]", "[0e+]", "[0e]", "[1.0e+]", "[1.0e-]", "[1.0e]", "[1 000.0]", "[1eE2]", "[2.e+3]", "[2.e-3]",
    "[2.e3]",
    "[9.e+]", "[Inf]", "[NaN]", "[１]", "[1+2]", "[0x1]", "[0x42]", "[Infinity]", "[0e+-1]", "[-123.123foo]",
    "[-Infinity]",
    "[-foo]", "[- 1]", "[-012]", "[-.123]", "[-1x]", "[1ea]", "[.123]", "[1.2a-3]", "[1.8011670033376514H-308]",
    "[012]", #"["x", truth]"#, "{[: \"x\"}", #"{"x", null}"#, #"{"x"::"b"}"#, "{🇨🇭}", #"{"a":"a" 123}"#,
    "{key: 'value'}",
    #"{"a" b}"#, #"{:"b"}"#, #"{"a" "b"}"#, #"{"a":"#, #"{"a""#, "{1:1}", "{9999E9999:1}", "{null:null,null:null}",
    #"{"id":0,,}"#, "{'a':0}", #"{"a":"b"}/**/"#, #"{"a":"b"}//"#, #"{"a":"b",,"c":"d"}"#, "{a: \"b\"}", #"{"a":"a"#,
    #"{ "foo" : "bar", "a" }"#, #"{"a":"b"}#"#, " ", #"["\uD800\"]"#, #"["\uD800\u"]"#, #"["\uD800\u1"]"#,
    #"["\uD800\u1x"]"#,
    "[é]", #"["\x00"]"#, #"["\\\"]"#, "[\"\\\t\"]", "[\"\\🌀\"]", #"["\"]"#, #"["\u00A"]"#, #"["\uD834\uDd"]"#,
    #"["\uD800\uD800\x"]"#, #"["\a"]"#, #"["\uqqqq"]"#, "[\\u0020\"asd\"]", #"[\n]"#, "\"", "['single quote']", "abc",
    #"["\"#,
    "[\"a\u{1F}\"]", "[\"new\nline\"]", "[\"\t\"]", #""\UA66D""#, #"""x"#, "<.>", "[<null>]", "[1]x", "[1]]",
    #"["asd]"#, "aå",
    "[True]", "1]", #"{"x": true,"#, "[][]", "]", "", "[", #"{"":"#, "2@", "{}}", "{\"a\":/*comment*/\"b\"}",
    #"{"a": true} "x""#, "[\"a\",\n4\n,1,1", "[\u{2060}]", #"["a"#, "{,", "{\"a\":1,'b':2}", "[\u{C}]", "*",
    "{\"a\":\"b\"}#{}",
    "[\u{B}]", #"{"\uD800":1}"#, "{\"a\tb\":1}", #"["\uDC00"]"#, #"["\uDC00\uD800"]"#, #"["\uD800"]"#, #"["\uD800\n"]"#,
    #"["\ud800abc"]"#, #"["\uDd1e\uD834"]"#, #"["\uDFAA"]"#, "[1e400]", "[-1e400]", "[123123e100000]",
    "[0.4e006699999]",
    "[-123123e100000]",
  ]

  @Test(arguments: refused)
  func otherTextIsRefused(text: String) {
    #expect(throws: (any Error).self) { try Self.decode(Array(text.utf8)) }
  }

  @Test(arguments: [
    [0xFF], [0xE5], [0xE9], [0x81], [0xC0, 0xAF], [0xE0, 0xFF], [0xFC, 0x80, 0x80, 0x80, 0x80, 0x80],
    [0xED, 0xA0, 0x80],
    [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF4, 0xBF, 0xBF, 0xBF], [0xE6, 0x97], [0xC2],
    [0xF0, 0x80, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0xAF],
  ])
  func invalidUTF8CostsItsValue(bytes: [UInt8]) throws {
    let json = Array(#"{"a":"x"#.utf8) + bytes + Array(#"","b":["y"]}"#.utf8)
    #expect(throws: (any Error).self) { try Self.decode(json) }
    #expect(throws: (any Error).self) { try Self.decode([0x5B] + bytes + [0x5D]) }
    let page = Data(#"{"contacts":[{"contact_id":"1","first_name":""#.utf8 + bytes + #""},{"contact_id":"2"}]}"#.utf8)
    let body = try PageBody<Contact>.decode(page, .member("contacts"))
    #expect(body.elements.map(\.id) == ["1", "2"])
    #expect(body.elements.first?.unreadableFields == ["first_name"])
  }

  /// As `JSONDecoder`, although RFC 8259 does not allow it.
  @Test func commaBeforeABracketAndByteOrderMarkAreAccepted() throws {
    #expect(try Self.decode(Array(#"[1,{"a":2,},]"#.utf8)) == .array([.integer(1), .object(["a": .integer(2)])]))
    #expect(try Self.decode([0xEF, 0xBB, 0xBF] + "{}".utf8) == .object([:]))
    #expect(throws: (any Error).self) { try Self.decode([0xEF, 0xBB] + "{}".utf8) }
    #expect(throws: (any Error).self) { try Self.decode([0xEF, 0xBB, 0xBF]) }
  }

  @Test(arguments: ["[\0]", "[1]\0", "[\"\0\"]", "\0", "{\"a\0\":1}", "[1\0]", "[\"\\\0\"]", "[\"é\0\"]", "[tr\0]"])
  func zerosAreNotText(text: String) {
    #expect(throws: JSONGuard.Violation.self) { try Self.decode(Array(text.utf8)) }
  }

  @Test(
    arguments: [
      ("0", .integer(0)), ("-0", .integer(0)), ("1.0", .integer(1)), ("1e3", .integer(1000)), ("1.5", .number(1.5)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("18446744073709551615", .number(0x1p64)),
      ("9007199254740993.0", .integer(9_007_199_254_740_993)),
      ("90071992547409930e-1", .integer(9_007_199_254_740_993)),
      ("1e18", .integer(1_000_000_000_000_000_000)), ("1e19", .number(1e19)), ("1E308", .number(1e308)),
      ("123456789012345678901234567890", .number(0x1.8EE90FF6C373Ep96)),
      ("1" + String(repeating: "0", count: 60) + "e-44", .integer(10_000_000_000_000_000)),
      ("-5e-324", .number(-.leastNonzeroMagnitude)), ("0e400", .integer(0)), ("1e-400", .integer(0)),
      ("0.0", .integer(0)),
    ] as [(String, RawJSON)])
  func numbersKeepTheirValue(text: String, value: RawJSON) throws {
    #expect(try Self.decode(Array(text.utf8)) == value)
  }

  @Test func numbersInPlaceOfTextKeepTheirDigits() throws {
    func id(_ digits: String) throws -> Contact {
      try JSONCoding.decode(Data(#"{"contact_id":\#(digits)}"#.utf8))
    }
    #expect(try id("18446744073709551615").id == "18446744073709551615")
    #expect(try id("-9223372036854775808").id == "-9223372036854775808")
    // A contact with other digits would be another contact.
    let tooLong = try id("18446744073709551617")
    #expect(tooLong.id == "" && tooLong.unreadableFields == ["contact_id"])
  }

  @Test func namesWithDamageCostTheirObject() throws {
    let text = #"{"contacts":[{"contact_id":"1","\ud800":1},{"contact_id":"2"}]}"#
    let body = try PageBody<Contact>.decode(Data(text.utf8), .member("contacts"))
    #expect(body.elements.map(\.id) == ["2"] && body.undecodable.map(\.json) == [.null])
  }

  /// Equal as the keys of a dictionary, which would keep one.
  @Test(arguments: [
    "{\"\u{E9}\":1,\"e\u{301}\":2}", #"{"\u00e9":1,"é":2}"#, #"{"a\/b":1,"a/b":2}"#,
    "{" + (0..<100).map { #""name \#($0)":0"# }.joined(separator: ",") + #","name 42":1}"#,
    #"{"a name of more than eight bytes":1,"b":2,"a name of more than eight bytes":3}"#,
  ])
  func twoSpellingsOfOneNameAreRefused(json: String) {
    #expect(throws: JSONGuard.Violation.self) { try Self.decode(Array(json.utf8)) }
  }

  @Test func manyNamesAreRead() throws {
    let members = (0..<5_000).map { #""name \#($0)":\#($0)"# }.joined(separator: ",")
    guard case .object(let object) = try Self.decode(Array("{\(members)}".utf8)) else {
      Issue.record("not an object")
      return
    }
    #expect(object.count == 5_000 && object["name 4999"] == .integer(4_999))
  }

  @Test func fieldsOfLargeObjectsAreFoundInAnyOrder() throws {
    // More than 64 members, the known ones first, in the middle and last.
    let names = (0..<100).map { #""unknown \#($0)":\#($0)"# }
    let members =
      [#""last_name":"Lee""#] + names.prefix(50) + [#""first_name":"Ann""#] + names.dropFirst(50)
      + [#""contact_id":"1""#]
    let contact: Contact = try JSONCoding.decode(Data("{\(members.joined(separator: ","))}".utf8))
    #expect(contact.id == "1" && contact.firstName == "Ann" && contact.lastName == "Lee")
    #expect(contact.additionalFields.unknown.count == 100 && contact.unreadableFields.isEmpty)
    #expect(contact == (try JSONDecoder().decode(Contact.self, from: Data("{\(members.joined(separator: ","))}".utf8))))
  }

  /// `JSONDecoder` traps when it decodes these numbers as integers.
  @Test func numbersThatTrapInJSONDecoderDoNotReachIt() throws {
    struct Own: Decodable { let count: Int }
    let number = "1" + String(repeating: "0", count: 60) + "e-44"
    let data = Data(#"{"count":\#(number),"contact_id":\#(number)}"#.utf8)
    #expect(throws: JSONGuard.Violation.self) { try JSONCoding.decode(data) as Own }
    #expect(throws: JSONGuard.Violation.self) { try JSONGuard.decode([String: Int].self, from: data) }
    #expect(try (JSONCoding.decode(data) as Contact).id == "10000000000000000")
    let long = "0." + String(repeating: "1", count: 100)
    #expect(try JSONCoding.decode(Data("[\(long)]".utf8)) as [Double] == [0.1111111111111111])
  }
}
