#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Reads query parameters and collects every fault for one 400.
struct Query {
  private var values: [String: String] = [:]
  private(set) var faults: [String] = []

  /// Accepts the named parameters. Others, and those given twice, are faults.
  init(_ call: Call, allowing names: Set<String>) {
    self.init(call.query, allowing: names)
    if !call.hasValidQuery { faults.append("the query string is not valid percent-encoding") }
  }

  init(_ items: [(name: String, value: String)], allowing names: Set<String>) {
    for (name, value) in items {
      if !names.contains(name) {
        faults.append("\(name) is not a known parameter")
      } else if values.updateValue(value, forKey: name) != nil {
        faults.append("\(name) is given more than once")
      }
    }
  }

  /// The accepted parameters, for a cursor.
  var parameters: [String: String] { values }

  subscript(_ name: String) -> String? { values[name] }

  mutating func integer(_ name: String, default fallback: Int, in range: ClosedRange<Int>) -> Int {
    guard let text = values[name] else { return fallback }
    guard let number = Int(text), range.contains(number) else {
      reject(name)
      return fallback
    }
    return number
  }

  mutating func flag(_ name: String) -> Bool {
    switch values[name] {
    case nil, "false": return false
    case "true": return true
    default:
      reject(name)
      return false
    }
  }

  mutating func date(_ name: String) -> Date? {
    guard let text = values[name] else { return nil }
    let date = WireDate.parse(text)
    if date == nil { reject(name) }
    return date
  }

  /// Returns a comma-separated parameter's parts, each of which must be known if `known` is given.
  mutating func parts(_ name: String, of known: [String]? = nil, max: Int = .max) -> Set<String>? {
    guard let text = values[name] else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let areKnown = known.map { known in parts.allSatisfy(known.contains) } ?? parts.allSatisfy { !$0.isEmpty }
    if !areKnown || parts.count > max { reject(name) }
    return Set(parts)
  }

  mutating func require(_ name: String) {
    if values[name] == nil { faults.append("\(name) is missing, \(name) does not have a valid value") }
  }

  mutating func reject(_ name: String) { faults.append("\(name) does not have a valid value") }

  /// Throws the 400 if there was any fault.
  func check() throws {
    if !faults.isEmpty { throw Reply.invalid(faults) }
  }
}
