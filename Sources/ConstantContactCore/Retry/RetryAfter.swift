internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The `Retry-After` of a response: seconds, or a date (RFC 9110, section 10.2.3). The API is not known to send it.
enum RetryAfter {
  private static let longest = 86_400

  /// Returns the delay, at most a day; `nil` when the field is missing, malformed or negative.
  static func delay(in headers: TransportHeaders, now: Date) -> Duration? {
    guard let text = headers["Retry-After"]?.trimmingPrefix(while: { $0 == " " }) else { return nil }
    if let seconds = Int(text) { return seconds >= 0 ? .seconds(min(seconds, longest)) : nil }
    // More digits than fit an integer.
    if !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      return .seconds(longest)
    }
    guard let date = date(String(text)) else { return nil }
    return .seconds(min(max(0, date.timeIntervalSince(now)), Double(longest)))
  }

  /// Parses the one form of date in use today: `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func date(_ text: String) -> Date? {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 6, parts[0].hasSuffix(","), parts[5] == "GMT", let day = Int(parts[1]),
      let month = months.firstIndex(of: parts[2]), parts[3].utf8.count == 4
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return TimestampText.parse("\(parts[3])-\(two(month + 1))-\(two(day))T\(parts[4])Z")
  }
}
