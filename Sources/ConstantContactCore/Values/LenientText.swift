internal import ConstantContactTransport

/// Text, or a number or Boolean where the API documents text.
struct LenientText: TapeReading {
  let text: String

  /// The largest whole number of which a `Double` holds every digit.
  private static let largestExact = 9_007_199_254_740_992.0

  init(from decoder: any Decoder) throws {
    if let decoder = decoder as? JSONTapeDecoder {
      guard let text = LenientText(decoder.node) else {
        throw decoder.node.mismatch(String.self, at: decoder.codingPath)
      }
      self = text
      return
    }
    let container = try decoder.singleValueContainer()
    if let string = try? container.decode(String.self) {
      text = string
    } else if let integer = try? container.decode(Int64.self) {
      text = String(integer)
    } else if let integer = try? container.decode(UInt64.self) {
      text = String(integer)
    } else if let number = try? container.decode(Double.self) {
      // An ID that lost digits would be another ID.
      guard number.magnitude <= Self.largestExact else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "a number of too many digits")
      }
      text = String(number)
    } else {
      text = String(try container.decode(Bool.self))
    }
  }

  /// Creates the text of a value; `nil` when it is neither text nor a number nor a truth value.
  init?(_ node: JSONNode) {
    switch node.kind {
    case .string, .escapedString:
      guard let string = node.text else { return nil }
      text = string
    case .number:
      if let integer = node.integer(as: Int64.self) {
        text = String(integer)
      } else if let integer = node.integer(as: UInt64.self) {
        text = String(integer)
      } else {
        guard let number = node.double, number.magnitude <= Self.largestExact else { return nil }
        text = String(number)
      }
    case .true: text = "true"
    case .false: text = "false"
    case .null, .array, .object, .damaged: return nil
    }
  }

  /// The whole number that the text spells, with or without thousands separators.
  var wholeNumber: Int? {
    if let number = Int(text) { return number }
    if text.contains(",") { return Self.ungrouped(text).flatMap { Int($0) } }
    return Double(text).flatMap { Int(exactly: $0) }
  }

  /// The number that the text spells, with or without thousands separators.
  var number: Double? {
    let plain = text.contains(",") ? Self.ungrouped(text) : text
    return plain.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Removes thousands separators; `nil` when a comma is something else, such as a decimal point.
  private static func ungrouped(_ text: String) -> String? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let first = groups.first?.drop { $0 == "-" } ?? ""
    guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      !parts.dropFirst().contains(where: { $0.contains(",") })
    else { return nil }
    return text.filter { $0 != "," }
  }
}
