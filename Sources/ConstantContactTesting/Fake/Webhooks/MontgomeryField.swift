/// Multiplication modulo an odd number. Numbers are words of 64 bits, the least significant first.
struct MontgomeryField {
  private let modulus: [UInt64]
  /// The negative inverse of the modulus' lowest word.
  private let inverse: UInt64
  /// R² modulo the modulus, where R is 2 to the power of the number of bits.
  private let square: [UInt64]

  init(_ modulus: [UInt64]) {
    self.modulus = modulus
    var inverse: UInt64 = 1
    for _ in 0..<6 { inverse = inverse &* (2 &- modulus[0] &* inverse) }
    self.inverse = 0 &- inverse
    var power = [1] + [UInt64](repeating: 0, count: modulus.count - 1)
    for _ in 0..<(128 * modulus.count) { power = Self.doubled(power, modulus) }
    square = power
  }

  var one: [UInt64] { enter([1] + [UInt64](repeating: 0, count: modulus.count - 1)) }

  func enter(_ number: [UInt64]) -> [UInt64] { multiply(number, square) }

  func leave(_ number: [UInt64]) -> [UInt64] {
    multiply(number, [1] + [UInt64](repeating: 0, count: modulus.count - 1))
  }

  func multiply(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    let count = modulus.count
    var sum = [UInt64](repeating: 0, count: count + 2)
    for factor in b {
      var carry: UInt64 = 0
      for index in 0..<count { (carry, sum[index]) = Self.fused(sum[index], a[index], factor, carry) }
      let (top, overflow) = sum[count].addingReportingOverflow(carry)
      sum[count] = top
      sum[count + 1] = overflow ? 1 : 0
      let quotient = sum[0] &* inverse
      carry = Self.fused(sum[0], quotient, modulus[0], 0).high
      for index in 1..<count { (carry, sum[index - 1]) = Self.fused(sum[index], quotient, modulus[index], carry) }
      let (last, more) = sum[count].addingReportingOverflow(carry)
      sum[count - 1] = last
      sum[count] = sum[count + 1] + (more ? 1 : 0)
    }
    return Self.reduced(Array(sum[..<count]), overflow: sum[count] != 0, modulus)
  }

  /// `a + b * c + d`, which fits in two words.
  private static func fused(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> (high: UInt64, low: UInt64) {
    let product = b.multipliedFullWidth(by: c)
    let (one, first) = product.low.addingReportingOverflow(a)
    let (two, second) = one.addingReportingOverflow(d)
    return (product.high &+ (first ? 1 : 0) &+ (second ? 1 : 0), two)
  }

  private static func doubled(_ number: [UInt64], _ modulus: [UInt64]) -> [UInt64] {
    var carry: UInt64 = 0
    let shifted = number.map { word in
      defer { carry = word >> 63 }
      return word << 1 | carry
    }
    return reduced(shifted, overflow: carry != 0, modulus)
  }

  /// Subtracts the modulus once if the number is not below it.
  private static func reduced(_ number: [UInt64], overflow: Bool, _ modulus: [UInt64]) -> [UInt64] {
    var borrow: UInt64 = 0
    let difference = zip(number, modulus).map { word, other in
      let (one, first) = word.subtractingReportingOverflow(other)
      let (two, second) = one.subtractingReportingOverflow(borrow)
      borrow = first || second ? 1 : 0
      return two
    }
    return overflow || borrow == 0 ? difference : number
  }
}
