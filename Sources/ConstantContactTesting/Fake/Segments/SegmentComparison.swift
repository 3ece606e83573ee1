#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// How a segment compares a contact's values. Texts are compared case-insensitively.
enum SegmentComparison {
  /// Returns a test of a contact's values, or `nil` for an unknown operator or constant.
  static func test(_ condition: SegmentCondition, now: Date) -> (([String]) -> Bool)? {
    var wanted = condition.values.map { $0.lowercased() }
    if condition.constant == "last-n-days", let days = condition.parameter.flatMap({ Int($0) }),
      (0...1_825).contains(days)
    {
      let since = WireDate.wholeSecond(now.addingTimeInterval(-Double(days) * 86_400))
      return { $0.contains { WireDate.parse($0).map { since <= $0 && $0 <= now } ?? false } }
    }
    if condition.constant == "today" { wanted = [String((WireDate.day(now).string ?? "").prefix(10))] }
    guard condition.constant == nil || condition.constant == "today" else { return nil }
    func anyPair(_ test: @escaping (String, String) -> Bool) -> ([String]) -> Bool {
      { values in values.contains { value in wanted.contains { test(value.lowercased(), $0) } } }
    }
    let isEqual = anyPair { order($0, $1) == 0 }
    let contains = anyPair { $0.contains($1) }
    switch condition.comparison {
    case "eq", "equals", "is", "in", "contains-any": return isEqual
    case "neq", "ne", "not-eq", "not-equals", "is-not", "not-in", "contains-none", "not-contains-any":
      return { !isEqual($0) }
    case "contains-all":
      return { values in wanted.allSatisfy { one in values.contains { order($0.lowercased(), one) == 0 } } }
    case "contains": return contains
    case "not-contains", "does-not-contain": return { !contains($0) }
    case "starts-with": return anyPair { $0.hasPrefix($1) }
    case "ends-with": return anyPair { $0.hasSuffix($1) }
    case "gt", "after": return anyPair { order($0, $1) > 0 }
    case "gte": return anyPair { order($0, $1) >= 0 }
    case "lt", "before": return anyPair { order($0, $1) < 0 }
    case "lte": return anyPair { order($0, $1) <= 0 }
    case "between":
      guard wanted.count == 2 else { return nil }
      return { values in
        values.contains { order($0.lowercased(), wanted[0]) >= 0 && order($0.lowercased(), wanted[1]) <= 0 }
      }
    case "is-empty", "empty", "not-exists": return { values in values.allSatisfy(\.isEmpty) }
    case "is-not-empty", "not-empty", "exists": return { values in values.contains { !$0.isEmpty } }
    default: return nil
    }
  }

  /// Compares as numbers, else as dates, else as texts: negative, zero or positive.
  private static func order(_ one: String, _ other: String) -> Int {
    if one == other { return 0 }
    if let one = Double(one), let other = Double(other) { return one < other ? -1 : one > other ? 1 : 0 }
    if let one = date(one), let other = date(other) { return one < other ? -1 : one > other ? 1 : 0 }
    return one < other ? -1 : 1
  }

  private static func date(_ text: String) -> Date? {
    WireDate.parse(text.uppercased()) ?? WireDate.anniversary(text).flatMap(WireDate.parse)
  }
}
