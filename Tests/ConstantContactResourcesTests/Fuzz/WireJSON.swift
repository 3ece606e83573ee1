import ConstantContactKit
import Foundation

/// JSON as it is written: with the digits of its numbers, the order of its members, and members of the same name.
indirect enum WireJSON: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([WireJSON])
  case object([(name: String, value: WireJSON)])

  init(_ json: RawJSON) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .number(String(value))
    case .number(let value): self = .number(Int(exactly: value).map(String.init) ?? String(value))
    case .string(let text): self = .string(text)
    case .array(let elements): self = .array(elements.map(Self.init))
    case .object(let members): self = .object(members.sorted { $0.key < $1.key }.map { ($0.key, Self($0.value)) })
    }
  }

  var data: Data { Data(text.utf8) }

  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let string): Self.write(string, to: &text)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        element.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  subscript(name: String) -> WireJSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The value without the members of a name, here and in nested values.
  func removing(_ name: String) -> WireJSON {
    switch self {
    case .object(let members):
      .object(members.filter { $0.name != name }.map { ($0.name, $0.value.removing(name)) })
    case .array(let elements): .array(elements.map { $0.removing(name) })
    default: self
    }
  }

  /// Whether the value stands for nothing: missing, null or empty.
  var isBlank: Bool {
    switch self {
    case .null: true
    case .string(let text): text.allSatisfy(\.isWhitespace)
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    case .bool, .number: false
    }
  }
}
