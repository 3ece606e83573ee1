import ConstantContactKit

/// One change at one place of a JSON value.
struct WireMutation: Sendable {
  enum Kind: Sendable, CaseIterable {
    case drop, null, bool, number, text, empty, space, emptyArray, emptyObject, nestedArray, nestedObject
    case integer, uint64, digits, overflow, tiny, negativeZero, fraction, grouped, decimalComma
    case long, control, deep, tooDeep
    case dateZero, dateImpossible, dateLong, dateText, dateNumber
    case duplicate, duplicateNull, twice, unknownMember, stringified

    /// The replacement of a value; `nil` for a change of another kind.
    var replacement: WireJSON? {
      switch self {
      case .null: .null
      case .bool: .bool(true)
      case .number: .number("-1.5")
      case .text: .string("something new")
      case .empty: .string("")
      case .space: .string(" ")
      case .emptyArray: .array([])
      case .emptyObject: .object([])
      case .nestedArray: .array([.array([]), .null, .number("7")])
      case .nestedObject: .object([("x", .null), ("y", .array([.bool(false)]))])
      case .integer: .number("9223372036854775807")
      case .uint64: .number("18446744073709551615")
      case .digits: .number("123456789012345678901234567890")
      case .overflow: .number("1e400")
      case .tiny: .number("1e-300")
      case .negativeZero: .number("-0")
      case .fraction: .number("0.30000000000000004")
      case .grouped: .string("1,234,567")
      case .decimalComma: .string("1,5")
      case .long: .string(String(repeating: "ÿ", count: 3000))
      case .control: .string("a\u{0}b\u{1F}\"\\\u{2028}\u{FEFF}")
      case .deep: (0..<30).reduce(WireJSON.null) { nested, _ in WireJSON.array([nested]) }
      case .tooDeep: (0..<70).reduce(WireJSON.null) { nested, _ in WireJSON.object([("d", nested)]) }
      case .dateZero: .string("0000-00-00T00:00:00Z")
      case .dateImpossible: .string("2026-13-45T99:99:99Z")
      case .dateLong: .string("9999-12-31T23:59:59.999999999999+14:00")
      case .dateText: .string("Thu, 01 Jan 1970 00:00:00 GMT")
      case .dateNumber: .number("253402300800000")
      case .drop, .duplicate, .duplicateNull, .twice, .unknownMember, .stringified: nil
      }
    }

    /// Whether the whole response may be refused for it, wherever it is: JSON that decoders misread or cannot hold.
    var mayRefuseTheResponse: Bool {
      switch self {
      case .duplicate, .duplicateNull, .tooDeep: true
      default: false
      }
    }
  }

  /// A step from a value to one inside it.
  enum Step: Sendable, Hashable {
    case member(String)
    case element(Int)
  }

  let path: [Step]
  let kind: Kind

  var name: String {
    path.map { step in
      switch step {
      case .member(let name): "/\(name)"
      case .element(let index): "/\(index)"
      }
    }.joined() + " \(kind)"
  }

  /// The name of the member of the top-level object that holds the place.
  var topMember: String? {
    if case .member(let name)? = path.first { name } else { nil }
  }

  /// Every place of a value, the value itself left out.
  static func places(in json: WireJSON) -> [[Step]] {
    switch json {
    case .array(let elements):
      elements.indices.flatMap { index in
        [[.element(index)]] + places(in: elements[index]).map { [.element(index)] + $0 }
      }
    case .object(let members):
      members.flatMap { member in
        [[.member(member.name)]] + places(in: member.value).map { [.member(member.name)] + $0 }
      }
    default: []
    }
  }

  static func all(of json: WireJSON) -> [WireMutation] {
    places(in: json).flatMap { path in Kind.allCases.map { WireMutation(path: path, kind: $0) } }
  }

  /// Returns the changed value.
  func applied(to json: WireJSON) -> WireJSON { Self.change(json, path[...], kind) }

  private static func change(_ json: WireJSON, _ path: ArraySlice<Step>, _ kind: Kind) -> WireJSON {
    guard let step = path.first else { return json }
    let rest = path.dropFirst()
    switch (json, step) {
    case (.object(var members), .member(let name)):
      guard let index = members.firstIndex(where: { $0.name == name }) else { return json }
      if !rest.isEmpty {
        members[index].value = change(members[index].value, rest, kind)
      } else {
        switch kind {
        case .drop: members.remove(at: index)
        case .duplicate: members.append((name, .string("another")))
        case .duplicateNull: members.insert((name, .null), at: 0)
        case .unknownMember: members.append(("an_unknown_member", .array([.number("1"), .null, .object([])])))
        default: members[index].value = replaced(members[index].value, kind)
        }
      }
      return .object(members)
    case (.array(var elements), .element(let index)):
      guard elements.indices.contains(index) else { return json }
      if !rest.isEmpty {
        elements[index] = change(elements[index], rest, kind)
      } else {
        switch kind {
        case .drop: elements.remove(at: index)
        case .duplicate, .duplicateNull, .twice: elements.append(elements[index])
        case .unknownMember: elements.append(.null)
        default: elements[index] = replaced(elements[index], kind)
        }
      }
      return .array(elements)
    default: return json
    }
  }

  private static func replaced(_ value: WireJSON, _ kind: Kind) -> WireJSON {
    if let replacement = kind.replacement { return replacement }
    // Text for a number and the other way around; an array of the value for anything else.
    switch (kind, value) {
    case (.twice, _): return .array([value, value])
    case (_, .number(let digits)): return .string(digits)
    case (_, .string(let text)) where Int(text).map(String.init) == text: return .number(text)
    case (_, .bool(let value)): return .string(value ? "TRUE" : "FALSE")
    default: return .string("\(value)")
    }
  }
}

/// A generator that always makes the same numbers of a seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
