/// Checks and converts the digits of JSON numbers, to the values that `JSONDecoder` gives.
enum JSONNumber {
  /// Whether digits are a number of RFC 8259.
  static func isValid(_ digits: UnsafeRawBufferPointer) -> Bool {
    var position = 0
    func byte() -> UInt8 { position < digits.count ? digits[position] : 0 }
    func skipDigits() -> Bool {
      let start = position
      while byte() &- UInt8(ascii: "0") < 10 { position += 1 }
      return position > start
    }
    if byte() == UInt8(ascii: "-") { position += 1 }
    let first = position
    guard skipDigits() else { return false }
    if digits[first] == UInt8(ascii: "0"), position > first + 1 { return false }
    if byte() == UInt8(ascii: ".") {
      position += 1
      guard skipDigits() else { return false }
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      position += 1
      if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { position += 1 }
      guard skipDigits() else { return false }
    }
    return position == digits.count
  }

  /// Whether `JSONDecoder` can decode a number as an integer. From 2⁵³ it uses `Decimal`, which has 38 digits, and traps when they are not
  /// enough; plain integers and those that fit no integer type end before.
  static func isSafe(_ digits: UnsafeRawBufferPointer) -> Bool {
    guard digits.count > 38, let value = Double(String(decoding: digits, as: UTF8.self)) else { return true }
    return !(0x1p53...0x1p64).contains(value.magnitude)
  }

  /// The value of a number without fraction and exponent; `nil` for others, and when it does not fit.
  static func integer<Value: FixedWidthInteger>(_ digits: UnsafeRawBufferPointer, as: Value.Type) -> Value? {
    var value: Value = 0
    let isNegative = digits.first == UInt8(ascii: "-")
    for byte in digits.dropFirst(isNegative ? 1 : 0) {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowOfSum) =
        isNegative
        ? product.subtractingReportingOverflow(Value(digit)) : product.addingReportingOverflow(Value(digit))
      if overflow || overflowOfSum { return nil }
      value = sum
    }
    return value
  }

  /// The value of a whole number in any spelling, such as `34.0` and `1e3`; `nil` when it has a fraction or does not fit.
  ///
  /// Below 2⁵³ a fraction that `Double` cannot hold is dropped, as `JSONDecoder` does.
  static func wholeNumber<Value: FixedWidthInteger>(_ digits: UnsafeRawBufferPointer, as type: Value.Type) -> Value? {
    if let value = integer(digits, as: type) { return value }
    guard let approximate = Double(String(decoding: digits, as: UTF8.self)), approximate.isFinite else { return nil }
    if approximate.magnitude < 0x1p53 { return Value(exactly: approximate) }
    return exactWholeNumber(digits, as: type)
  }

  /// The value of a number from its decimal digits.
  private static func exactWholeNumber<Value: FixedWidthInteger>(
    _ digits: UnsafeRawBufferPointer, as type: Value.Type
  ) -> Value? {
    let mantissa = digits.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    let exponent = Int(String(decoding: digits.dropFirst(mantissa.count + 1), as: UTF8.self)) ?? 0
    let parts = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Array.init)
    let fraction = parts.count > 1 ? parts[1] : []
    // At most 20 digits fit, so that no exponent beyond the length of the longest number matters.
    guard exponent.magnitude < 1_000 else { return nil }
    var all = parts[0] + fraction
    let shift = exponent - fraction.count
    if shift >= 0 {
      all += Array(repeating: UInt8(ascii: "0"), count: shift)
    } else {
      guard all.count > -shift, all.suffix(-shift).allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
      all.removeLast(-shift)
    }
    return all.withUnsafeBytes { integer($0, as: type) }
  }

  /// The nearest `Double`; `nil` when it is infinite, or zero for digits that are not zero.
  static func double(_ digits: UnsafeRawBufferPointer) -> Double? {
    if digits.count < 16, let small = integer(digits, as: Int64.self), small != 0 { return Double(small) }
    guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else { return nil }
    if value == 0 {
      let mantissa = digits.prefix { $0 | 0x20 != UInt8(ascii: "e") }
      guard !mantissa.contains(where: { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    }
    return value
  }
}
