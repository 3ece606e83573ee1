import ConstantContactKit
import Foundation

/// Compares what a response said with what the library made of it. Nothing may be missing, changed or invented.
enum LossOracle {
  /// Returns the places where a value is lost.
  ///
  /// - Parameters:
  ///   - wire: What the response said.
  ///   - result: What the library returned.
  static func losses(of wire: WireJSON, in result: any Sendable) -> [String] {
    // Any empty array can be cast to any other: the exact type first.
    if type(of: result) == [EventRegistrationID].self, array(in: wire) == nil { return [] }
    return switch result {
    case is Void, is Data: []
    case let model as any APIModel: losses(of: wire, in: model, at: "")
    case let page as any AnyPage: losses(of: wire, in: [page])
    case let pages as [any AnyPage]: losses(of: wire, in: pages)
    case let optional as any OptionalValue:
      optional.wrapped.map { value in (value as? any AnyPage).map { losses(of: wire, in: [$0]) } ?? ["?"] } ?? ["?"]
    case let models as [any APIModel]: losses(of: array(in: wire), in: models, undecodable: [], at: "")
    case let count as Int: difference(wire["unsubscribed_count"], .integer(Int64(count)), at: "")
    case let values as [any OpenValue]:
      difference(array(in: wire) ?? .array([]), .array(values.map { .string($0.rawValue) }), at: "")
    default: proxied(result).map { difference(wire, $0, at: "") } ?? ["\(type(of: result)) is not compared"]
    }
  }

  // MARK: Pages

  private static func losses(of wire: WireJSON, in pages: [any AnyPage]) -> [String] {
    let contents = pages.map(\.contents)
    let models = contents.flatMap(\.models)
    var found = losses(
      of: array(in: wire), in: models, undecodable: contents.flatMap(\.undecodable), at: "/elements")
    for name in ["contacts_count", "lists_count", "total_records"] {
      if let total = wire[name], pages.count == 1 {
        found += difference(total, contents[0].total.map { .integer(Int64($0)) }, at: "/\(name)")
      }
    }
    if let percents = wire["aggregate_percents"] {
      if let model = contents.first?.percents as? any APIModel, case .object = percents {
        found += losses(of: percents, in: model, at: "/aggregate_percents")
      } else {
        found += difference(percents, contents.first?.percents.flatMap(encoded), at: "/aggregate_percents")
      }
    }
    return found
  }

  /// The array of a collection: the response itself, or its one array member.
  private static func array(in wire: WireJSON) -> WireJSON? {
    guard case .object(let members) = wire else { return wire }
    let others = ["an_unknown_member", "_links", "page", "next_cursor", "prev_cursor", "status"]
    let arrays = members.filter { if case .array = $0.value { !others.contains($0.name) } else { false } }
    return arrays.first?.value
  }

  // MARK: Models

  private static func losses(
    of wire: WireJSON?, in models: [any APIModel], undecodable: [RawJSON], at path: String
  ) -> [String] {
    guard case .array(let elements)? = wire else { return ["\(path) is no array"] }
    guard elements.count == models.count + undecodable.count else {
      return ["\(path): \(elements.count) elements, but \(models.count) + \(undecodable.count)"]
    }
    var models = models[...]
    var undecodable = undecodable[...]
    var found: [String] = []
    for (index, element) in elements.enumerated() {
      // The order among the models is kept, and so is that among the others.
      if case .object = element, let model = models.first {
        let lost = losses(of: element, in: model, at: "\(path)/\(index)")
        if lost.isEmpty || undecodable.isEmpty {
          found += lost
          models.removeFirst()
          continue
        }
      }
      guard let raw = undecodable.popFirst() else {
        found.append("\(path)/\(index) is no model and not reported")
        continue
      }
      if !containsOverflow(element) { found += difference(element, raw, at: "\(path)/\(index)") }
    }
    return found
  }

  private static func losses(of wire: WireJSON, in model: any APIModel, at path: String) -> [String] {
    guard case .object(let members) = wire else { return ["\(path) is no object"] }
    guard let json = encoded(model), case .object(let observed) = json else { return ["\(path) is not encoded"] }
    let unreadable = model.unreadableFields
    var found: [String] = []
    for member in members {
      let lost = difference(member.value, observed[member.name], at: "\(path)/\(member.name)")
      // Nothing can hold such a number: it is enough that it is reported.
      if !lost.isEmpty && containsOverflow(member.value) && unreadable.contains(member.name) { continue }
      found += lost
    }
    let names = Set(members.map(\.name))
    for (name, value) in observed where !names.contains(name) && !WireJSON(value).isBlank {
      // An element of a report holds the contact that the report is about.
      if name != "contact_id" { found.append("\(path)/\(name) is invented") }
    }
    return found
  }

  private static func encoded(_ value: any Encodable) -> RawJSON? {
    (try? JSONEncoder().encode(value)).flatMap { try? JSONCoding.decode($0) as RawJSON }
  }

  private static func containsOverflow(_ wire: WireJSON) -> Bool {
    switch wire {
    case .number(let digits): Double(digits).map { !$0.isFinite } ?? true
    case .array(let elements): elements.contains(where: containsOverflow)
    case .object(let members): members.contains { containsOverflow($0.value) }
    default: false
    }
  }

  // MARK: Values

  /// Returns where a value differs from what the response said. Numbers and truth values may have become text, and the other way
  /// around; null, and empty text and arrays, may be missing.
  static func difference(_ wire: WireJSON?, _ observed: RawJSON?, at path: String) -> [String] {
    guard let wire else { return observed == nil || observed == .null ? [] : ["\(path) is invented"] }
    guard let observed, observed != .null else {
      if case .null = wire { return [] }
      if case .string("") = wire { return [] }
      if case .array(let elements) = wire, elements.isEmpty { return [] }
      return ["\(path) is lost"]
    }
    switch (wire, observed) {
    case (.array(let elements), .array(let others)): return difference(elements, others, at: path)
    case (.object(let members), .object(let others)):
      let names = Set(members.map(\.name))
      return members.flatMap { difference($0.value, others[$0.name], at: "\(path)/\($0.name)") }
        + others.filter { !names.contains($0.key) && !WireJSON($0.value).isBlank }.map {
          "\(path)/\($0.key) is invented"
        }
    default: return isSame(wire, observed) ? [] : ["\(path) is changed to \(WireJSON(observed).text.prefix(80))"]
    }
  }

  /// Elements that could not be read follow the others.
  private static func difference(_ elements: [WireJSON], _ others: [RawJSON], at path: String) -> [String] {
    guard elements.count == others.count else { return ["\(path): \(elements.count) elements became \(others.count)"] }
    var others = others
    var found: [String] = []
    for (index, element) in elements.enumerated() {
      if let match = others.firstIndex(where: { difference(element, $0, at: path).isEmpty })
        ?? (isNull(element) ? others.firstIndex(of: .null) : nil)
      {
        others.remove(at: match)
      } else {
        found.append("\(path)/\(index) is lost or changed")
      }
    }
    return found
  }

  private static func isNull(_ wire: WireJSON) -> Bool { if case .null = wire { true } else { false } }

  private static func isSame(_ wire: WireJSON, _ observed: RawJSON) -> Bool {
    switch (wire, observed) {
    case (.null, .null): true
    case (.bool(let value), .bool(let other)): value == other
    case (.bool(let value), .string(let text)): text == String(value)
    case (.string(let text), .bool(let value)): text.lowercased() == String(value)
    case (.string(let text), .string(let other)): text == other
    case (.string(let text), .integer(let number)):
      text.filter { $0 != "," } == String(number) || Double(text) == Double(number)
    case (.string(let text), .number(let number)): Double(text.filter { $0 != "," }) == number
    case (.number(let digits), .integer(let number)):
      digits == String(number) || Double(digits) == Double(number) && abs(Double(number)) < 9e15
    case (.number(let digits), .number(let number)): Double(digits) == number
    case (.number(let digits), .string(let text)):
      // As text, every digit counts.
      text == digits
        || Int64(digits) == nil && UInt64(digits) == nil && Double(text) == Double(digits)
          && abs(Double(digits) ?? 0) < 1e16
        || digits == "-0" && text == "0"
    default: false
    }
  }

  private static func proxied(_ result: any Sendable) -> RawJSON? { (result as? any ProxiedBody)?.json }
}

/// A page of any collection.
protocol AnyPage {
  var contents: PageContents { get }
}

struct PageContents {
  var models: [any APIModel] = []
  var undecodable: [RawJSON] = []
  var total: Int?
  var percents: (any Encodable)?
}

extension PagedSequence.Page: AnyPage {
  var contents: PageContents {
    var contents = PageContents()
    for element in elements {
      if let model = element as? any APIModel { contents.models.append(model) }
      if let page = element as? any AnySummaryPage {
        contents.models += page.models
        contents.percents = page.percentages
      }
    }
    contents.undecodable = undecodable.map(\.json)
    contents.total = total
    return contents
  }
}

/// A page of campaign summaries.
protocol AnySummaryPage {
  var models: [any APIModel] { get }
  var percentages: (any Encodable)? { get }
}

extension CampaignSummaryPage: AnySummaryPage {
  var models: [any APIModel] { summaries.compactMap { $0 as? any APIModel } }
  var percentages: (any Encodable)? { percents.flatMap { $0 as? any Encodable } }
}

/// The response of an operation that was called on behalf of an account.
protocol ProxiedBody {
  var json: RawJSON? { get }
}
