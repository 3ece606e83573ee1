#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Parses and formats dates by arithmetic: a shared formatter is some twenty times slower and refuses several spellings.
enum TimestampText {
  /// Returns the date of a text, or `nil` when its spelling is unknown or the date does not exist.
  static func parse(_ text: String) -> Date? {
    var scanner = Scanner(bytes: Array(text.utf8))
    guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2), scanner.skip("-"),
      let day = scanner.digits(2), let days = daysSince1970(year: year, month: month, day: day)
    else { return nil }
    // Not as an integer, which has 32 bits on some watches.
    let midnight = Double(days) * 86_400
    if scanner.isAtEnd { return Date(timeIntervalSince1970: midnight) }

    guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "), let hour = scanner.digits(2), hour < 24,
      scanner.skip(":"), let minute = scanner.digits(2), minute < 60
    else { return nil }
    var second = 0
    var fraction = 0.0
    if scanner.skip(":") {
      guard let value = scanner.digits(2), value <= 60 else { return nil }
      second = value
      if scanner.skip(".") || scanner.skip(",") {
        guard let value = scanner.fraction() else { return nil }
        fraction = value
      }
    }
    _ = scanner.skip(" ")
    guard let offset = scanner.zone(), scanner.isAtEnd else { return nil }
    return Date(timeIntervalSince1970: midnight + Double(hour * 3600 + minute * 60 + second - offset) + fraction)
  }

  /// Formats a date in UTC. A date outside the years 1 to 9999, which four digits cannot hold, becomes the nearest inside.
  static func format(_ date: Date) -> String {
    let seconds1970 = date.timeIntervalSince1970
    let exact = seconds1970.isNaN ? 0 : (seconds1970 * 1000).rounded()
    let milliseconds = Int64(max(-62_135_596_800_000, min(exact, 253_402_300_799_999)))
    let (wholeDays, timeOfDay) = floorDivide(milliseconds, 86_400_000)
    let (time, fraction) = Int(timeOfDay).quotientAndRemainder(dividingBy: 1000)
    let (year, month, day) = civil(daysSince1970: Int(wholeDays))
    var text = "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    text += "T\(pad(time / 3600, 2)):\(pad(time / 60 % 60, 2)):\(pad(time % 60, 2))"
    if fraction != 0 { text += ".\(pad(fraction, 3))" }
    return text + "Z"
  }

  private static func pad(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func floorDivide<Integer: BinaryInteger>(
    _ value: Integer,
    _ divisor: Integer
  ) -> (quotient: Integer, remainder: Integer) {
    let remainder = (value % divisor + divisor) % divisor
    return ((value - remainder) / divisor, remainder)
  }

  /// Returns the days between 1970-01-01 and a day of the Gregorian calendar; `nil` when the day does not exist.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int? {
    let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
    // Years counted from March, so that the leap day comes last.
    let shifted = month > 2 ? year : year - 1
    let (era, yearOfEra) = floorDivide(shifted, 400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = floorDivide(daysSince1970 + 719_468, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private struct Scanner {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    mutating func digit() -> Int? {
      guard position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) else {
        return nil
      }
      defer { position += 1 }
      return Int(bytes[position] - UInt8(ascii: "0"))
    }

    mutating func digits(_ count: Int) -> Int? {
      var value = 0
      for _ in 0..<count {
        guard let digit = digit() else { return nil }
        value = value * 10 + digit
      }
      return value
    }

    mutating func fraction() -> Double? {
      guard var value = digit().map(Double.init) else { return nil }
      var scale = 10.0
      while let digit = digit() {
        // Further digits change nothing, and thousands of them would overflow.
        guard scale < 1e15 else { continue }
        value = value * 10 + Double(digit)
        scale *= 10
      }
      return value / scale
    }

    /// Reads seconds east of UTC: `Z`, nothing, `+00:00`, `+0000`, `-05`, and Constant Contact's `-05:0`.
    mutating func zone() -> Int? {
      if isAtEnd || skip("Z") || skip("z") { return 0 }
      let sign: Int
      if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
      guard let hours = digits(2), hours < 24 else { return nil }
      _ = skip(":")
      let minutes = digit().map { ten in digit().map { ten * 10 + $0 } ?? ten * 10 } ?? 0
      return minutes < 60 ? sign * (hours * 3600 + minutes * 60) : nil
    }
  }
}
