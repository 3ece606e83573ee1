import ConstantContactKit
import Foundation
import Testing

/// The library's reader gives the same values as `JSONDecoder`, and refuses the same texts.
@Suite struct JSONPropertyTests {
  @Test(arguments: 0..<8)
  func randomDocumentsHaveTheValuesOfJSONDecoder(seed: UInt64) throws {
    var documents = RandomJSON(seed: seed)
    for _ in 0..<60 {
      let data = Data(documents.next())
      let expected = try JSONDecoder().decode(RawJSON.self, from: data)
      #expect(try JSONCoding.decode(data) == expected, "\(String(decoding: data, as: UTF8.self))")
    }
  }

  @Test(arguments: 0..<8)
  func damagedDocumentsAreReadOrRefusedAsByJSONDecoder(seed: UInt64) throws {
    var documents = RandomJSON(seed: 1_000 + seed)
    for _ in 0..<150 {
      let bytes = documents.nextDamaged()
      let difference = Self.difference(bytes)
      #expect(difference == nil, "\(difference ?? ""): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// How the two readers differ; `nil` when they agree, or when the text exceeds a bound.
  private static func difference(_ bytes: [UInt8]) -> String? {
    let data = Data(bytes)
    do {
      let other = try JSONGuard.decode(RawJSON.self, from: data)
      guard let own = try? JSONCoding.decode(data) as RawJSON else { return "only JSONDecoder accepts it" }
      return own == other ? nil : "the values differ"
    } catch is JSONGuard.Violation {
      return nil
    } catch {
      return (try? JSONCoding.decode(data) as RawJSON) == nil ? nil : "only the library accepts it"
    }
  }
}

/// JSON documents, chosen by a seed.
struct RandomJSON {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private static let texts = [
    "", "a", "contact_id", "\u{E9}", "😀", "漢字", #"\n"#, #"\u0041"#, #"\ud83d\ude00"#, #"\""#, #"\\"#, #"\/"#,
    "a b c d e f g h i j",
    "exactly8", "seven77", #"12345678\"# + "t", "\u{7F}", "[{,:}]", "0123456789abcdef",
  ]
  private static let numbers = [
    "0", "-0", "1", "-1", "12", "0.5", "-2.25", "1e3", "1E-3", "12345678901234567890", "9223372036854775807", "1.0",
    "34.0",
    "9007199254740993", "9007199254740993.0", "123456789.125", "1e18", "1e300", "0.1", "-1.7976931348623157e308",
  ]

  /// A valid document. The names of an object are different.
  mutating func next() -> [UInt8] { Array(value(depth: 0).utf8) }

  /// A document with up to three bytes changed.
  mutating func nextDamaged() -> [UInt8] {
    var bytes = next()
    for _ in 0..<random(4) where !bytes.isEmpty {
      let place = random(bytes.count)
      switch random(6) {
      case 0: bytes[place] = UInt8(1 + random(255))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(pick(Array("{}[],:\"\\0123456789eE+-.utrfn ".utf8)), at: place)
      case 3: bytes.swapAt(place, random(bytes.count))
      case 4: bytes.replaceSubrange(place..<place, with: pick([[0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF]]))
      default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random(8)))
      }
    }
    return bytes
  }

  private mutating func value(depth: Int) -> String {
    switch random(depth > 4 ? 5 : 9) {
    case 0: pick(["null", "true", "false"])
    case 1, 2: pick(Self.numbers)
    case 3, 4: "\"\(text())\""
    case 5, 6: "[\(space())\(list(depth) { $0.value(depth: depth + 1) })\(space())]"
    default:
      "{\(space())\(list(depth) { #""\#($0.text())\#($0.random(1 << 30))"\#($0.space()):\#($0.value(depth: depth + 1))"# })}"
    }
  }

  private mutating func text() -> String { (0..<random(4)).map { _ in pick(Self.texts) }.joined() }

  private mutating func space() -> String { pick(["", "", "", " ", "\n\t "]) }

  private mutating func list(_ depth: Int, _ element: (inout RandomJSON) -> String) -> String {
    (0..<random(6)).map { _ in element(&self) }.joined(separator: ",")
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[random(elements.count)] }

  /// SplitMix64.
  private mutating func random(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
