#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// The `Retry-After` header of a response: seconds or a date (RFC 9110, section 10.2.3).
package enum RetryAfterHeader {
  private static let longest = 86_400
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// Returns the delay that the server requests, at most a day; `nil` when there is none or it has passed.
  ///
  /// A date is counted from the response's own `Date` header, because the local clock may be wrong.
  ///
  /// - Parameters:
  ///   - headers: The headers of the response.
  ///   - now: The local date, for responses without a `Date` header.
  package static func delay(in headers: TransportHeaders, now: Date) -> Duration? {
    guard let text = headers["Retry-After"]?.drop(while: { $0 == " " }) else { return nil }
    if !text.isEmpty, text.utf8.allSatisfy(isDigit) {
      // More digits than fit an integer are more than a day, too.
      let seconds = min(Int(text) ?? .max, longest)
      return seconds > 0 ? .seconds(seconds) : nil
    }
    guard let date = date(text) else { return nil }
    let seconds = date.timeIntervalSince(headers["Date"].flatMap { self.date($0[...]) } ?? now)
    return seconds > 0 ? .seconds(min(seconds, Double(longest))) : nil
  }

  /// Parses the form that servers have to send, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func date(_ text: Substring) -> Date? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])),
      let day = number(parts[1], digits: 2), let year = number(parts[3], digits: 4), (1...31).contains(day)
    else { return nil }
    let time = parts[4].split(separator: ":", omittingEmptySubsequences: false)
    guard time.count == 3, let hour = number(time[0], digits: 2), let minute = number(time[1], digits: 2),
      let second = number(time[2], digits: 2), hour < 24, minute < 60, second < 61
    else { return nil }
    let seconds = ((days(year: year, month: month + 1, day: day) * 24 + hour) * 60 + minute) * 60 + second
    return Date(timeIntervalSince1970: Double(seconds))
  }

  /// The days since 1 January 1970 in the Gregorian calendar. Years begin in March, so that leap days come last.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let daysBeforeMonth = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    return 365 * year + year / 4 - year / 100 + year / 400 + daysBeforeMonth + day - 719_469
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    text.utf8.count == digits && text.utf8.allSatisfy(isDigit) ? Int(text) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
