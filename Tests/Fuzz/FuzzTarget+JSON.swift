import ConstantContactCore
import ConstantContactKit
import ConstantContactTransport
import Foundation

/// The reader of JSON bodies, compared with `JSONDecoder`.
extension FuzzTarget {
  static let jsonTargets: [FuzzTarget] = [
    FuzzTarget("json-reader", texts: documents) { input in
      let data = Data(input)
      try compare(data, as: RawJSON.self)
      _ = try JSONCoding.decode(data) as RawJSON
    },
    FuzzTarget("json-models", Fixtures.bodies(for: "contacts.get") + texts(documents)) { input in
      let data = Data(input)
      try compare(data, as: Contact.self)
      // Whatever was lost on the way is reported, and the rest is written again.
      let contact: Contact = try JSONCoding.decode(data)
      _ = contact.debugDump
      _ = try JSONCoding.decode(JSONEncoder().encode(contact)) as Contact
    },
    FuzzTarget("json-page", Fixtures.bodies(for: "contacts.list")) { input in
      let page = try PageBody<Contact>.decode(Data(input), .member("contacts", total: "contacts_count"))
      for element in page.undecodable { _ = "\(element) \(element.json)" }
    },
  ]

  /// Decodes a text in both ways.
  ///
  /// - Throws: `Difference` when one way refuses the text or gives another value. A text that exceeds a bound is not compared.
  private static func compare<Value: Decodable & Equatable>(_ data: Data, as type: Value.Type) throws {
    var other: Value?
    do {
      other = try JSONGuard.decode(type, from: data)
    } catch let violation as JSONGuard.Violation {
      throw violation
    } catch {}
    if other != (try? JSONCoding.decode(data) as Value) { throw Difference() }
  }

  /// The library and `JSONDecoder` do not agree.
  private struct Difference: Error {}

  private static func texts(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  private static let documents = [
    #"{"a":1,"b":[true,false,null,-0.5e+3,"x\n\u00e9\ud83d\ude00 \"q\" \\ \/"],"c":{"d":{}, "e":[] ,"f":"ümläut 漢字 😀"},"\u0061b":7}"#,
    #"[1,2,3,[4,[5,{"x":"y"}]],"",0,-0,1e5,1.25,12345678901234567890,]"#, #""text of more than eight bytes""#, "12",
    " [ ] ",
    #"{"contact_id":"1","email_address":{"address":"a@example.com"},"birthday_month":"5","phone_numbers":[{"kind":7},5]}"#,
  ]
}
