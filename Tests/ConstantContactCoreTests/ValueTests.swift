import ConstantContactCore
import ConstantContactKit
import ConstantContactTransport
import Foundation
import Testing

@Suite struct ValueTests {
  private func decode<Value: Decodable>(_ text: String, as: Value.Type = Value.self) throws -> Value {
    try JSONCoding.decode(Data(text.utf8))
  }

  private func encode(_ value: some Encodable) throws -> String {
    String(decoding: try JSONCoding.body(value).data(), as: UTF8.self)
  }

  @Test func openValuesKeepUnknownStrings() throws {
    let values: [UserPrivilege] = try decode(#"["contacts:read","brand:new/ü",7,2.5,true]"#)
    #expect(values == [.contactsRead, "brand:new/ü", "7", "2.5", "true"])
    #expect(try encode(values) == #"["contacts:read","brand:new/ü","7","2.5","true"]"#)
    #expect("\(values[1])" == "brand:new/ü")
    for text in ["[null]", "[{}]", "[[]]"] {
      #expect(throws: (any Error).self) { try decode(text, as: [UserPrivilege].self) }
    }
  }

  @Test func openValuesAreKeysOfObjects() throws {
    let ids: [ListID: Int] = ["b": 2, "a": 1]
    #expect(try encode(ids) == #"{"a":1,"b":2}"#)
    #expect(try decode(#"{"a":1,"b":2}"#, as: [ListID: Int].self) == ids)
  }

  @Test func jsonValuesAreDecodedAndEncodedUnchanged() throws {
    let text = """
      {"a":[],"b":{},"big":9007199254740993,"f":1.5,"max":9223372036854775807,"min":-9223372036854775808,\
      "n":null,"s":"é\\"/","t":[true,false,0,1]}
      """
    let value: RawJSON = try decode(text)
    #expect(try encode(value) == text)
    #expect(value["big"] == .integer(9_007_199_254_740_993))
    #expect(value["t"] == .array([.bool(true), .bool(false), .integer(0), .integer(1)]))
    #expect(value["s"]?.text == "é\"/")
    #expect(value["f"]?.text == nil)
    #expect(value["x"] == nil && RawJSON.null["x"] == nil)
    #expect(try value["t"]?.decoded(as: [RawJSON].self).count == 4)
    #expect(try decode("1e3", as: RawJSON.self) == .integer(1000))
    #expect(try decode("1e30", as: RawJSON.self) == .number(1e30))
  }

  @Test func deeplyNestedJSONIsRefused() throws {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}"), (#"[{"a":"#, "}]")] {
      let levels = open.hasPrefix("[{") ? 32 : 64
      func text(_ count: Int) -> String {
        String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
      }
      let value: RawJSON = try decode(text(levels))
      #expect(try encode(value) == text(levels))
      #expect(throws: JSONGuard.Violation.self) { try decode(text(levels + 1), as: RawJSON.self) }
      #expect(throws: JSONGuard.Violation.self) { try decode(text(200), as: RawJSON.self) }
    }
  }

  private struct Lenient: APIModel {
    var text: String?
    var whole: Int?
    var number: Double?
    var flag: Bool?
    var id: ListID?
    var list: [Int]?
    var additionalFields = AdditionalFields()

    mutating func mapFields(_ fields: inout FieldMapper) {
      fields.map("text", &text)
      fields.map("whole", &whole)
      fields.map("number", &number)
      fields.map("flag", &flag)
      fields.map("id", &id)
      fields.map("list", &list)
    }
  }

  @Test func lenientMembersAcceptOtherSpellings() throws {
    let value: Lenient = try decode(
      #"{"text":5,"whole":"10,080","number":"2.5","flag":"TRUE","id":9007199254740993,"list":[1,2]}"#)
    #expect(value.text == "5" && value.whole == 10_080 && value.number == 2.5 && value.flag == true)
    #expect(value.id == "9007199254740993" && value.list == [1, 2])
    #expect(value.unreadableFields.isEmpty)
    let other: Lenient = try decode(#"{"text":true,"whole":3.0,"number":4,"flag":false,"id":"x","list":null}"#)
    #expect(other.text == "true" && other.whole == 3 && other.number == 4 && other.flag == false && other.id == "x")
    #expect(other.unreadableFields.isEmpty)
  }

  @Test func membersOfWrongTypesAreNilAndReported() throws {
    let value: Lenient = try decode(#"{"text":{},"whole":2.5,"number":"x","flag":"yes","id":[],"list":[1,"a",2]}"#)
    #expect(value.text == nil && value.whole == nil && value.number == nil && value.flag == nil && value.id == nil)
    #expect(value.list == [1, 2])
    #expect(value.unreadableFields == ["text", "whole", "number", "flag", "id", "list"])
    let none: Lenient = try decode(#"{"text":null,"whole":null,"other":1}"#)
    #expect(none.unreadableFields.isEmpty && none.text == nil && none.list == nil)
    #expect(try decode(#"{"list":"a"}"#, as: Lenient.self).unreadableFields == ["list"])
    #expect(throws: (any Error).self) { try decode("[]", as: Lenient.self) }
  }

  /// An ID that lost digits would be another ID; a decimal comma is no thousands separator.
  @Test func valuesThatCannotBeReadExactlyAreReported() throws {
    func read(_ json: String) throws -> ContactList { try JSONCoding.decode(Data(json.utf8)) }
    let exact = try read(#"{"list_id":18446744073709551615,"membership_count":"1,234,567"}"#)
    #expect(exact.id == "18446744073709551615" && exact.membershipCount == 1_234_567)
    #expect(exact.unreadableFields.isEmpty)
    let lossy = try read(#"{"list_id":123456789012345678901,"membership_count":"1,5","x":1e400,"name":1e400}"#)
    #expect(lossy.id == "" && lossy.membershipCount == nil)
    #expect(lossy.unreadableFields == ["list_id", "membership_count", "x", "name"])
  }
}
