internal import ConstantContactCore

/// An open value that the API accepts as a JSON number only.
struct NumericText<Value: OpenValue>: Codable, Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }

  init(from decoder: any Decoder) throws { value = try Value(from: decoder) }

  func encode(to encoder: any Encoder) throws {
    guard let number = Int(value.rawValue) else { return try value.encode(to: encoder) }
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}
