internal import ConstantContactTransport

/// Pages of events and registrations, which have cursors in both directions.
extension FakeConstantContact {
  /// Reads a collection's parameters, to which those of a cursor are added.
  ///
  /// - Returns: The parameters, and the index of the page's first element.
  func openEvents(_ call: Call, _ collection: String, allowing names: Set<String>) throws -> (Query, Int) {
    var items = call.query
    let cursors = items.filter { $0.name == "next" || $0.name == "prev" }
    items.removeAll { $0.name == "next" || $0.name == "prev" }
    guard cursors.count <= 1 else { throw Reply.invalid(["next and prev exclude each other"]) }
    if !call.hasValidQuery { throw Reply.invalid(["the query string is not valid percent-encoding"]) }
    guard let text = cursors.first?.value else { return (Query(items, allowing: names), 0) }
    guard let cursor = Cursor(text), cursor.collection == collection, cursor.after >= 0 else {
      throw Reply.invalid(["\(cursors[0].name) does not have a valid value"])
    }
    let given = Set(items.map(\.name))
    items += cursor.parameters.filter { !given.contains($0.key) }.map { ($0.key, $0.value) }
    return (Query(items, allowing: names), cursor.after)
  }

  func eventPage(_ records: [JSON], _ collection: String, _ query: Query, start: Int, limit: Int) -> Reply {
    let rest = records.dropFirst(start)
    var members: [String: JSON] = [
      "records": .array(Array(rest.prefix(limit))), "total_records": .integer(records.count),
    ]
    func cursor(_ after: Int) -> String {
      Cursor(collection: collection, parameters: query.parameters, after: after).text
    }
    func link(_ name: String, _ text: String) -> JSON {
      ["href": .string("/v3/\(collection)?\(name)=\(PercentEncoding.encode(text))")]
    }
    var links: [String: JSON] = [:]
    if rest.count > limit {
      let next = cursor(start + limit)
      members["next_cursor"] = .string(next)
      links["next"] = link("next", next)
    }
    if start > 0 {
      let previous = cursor(max(0, start - limit))
      members["prev_cursor"] = .string(previous)
      links["prev"] = link("prev", previous)
    }
    members["_links"] = .object(links)
    return Reply(200, .object(members))
  }
}

extension Query {
  mutating func isDescending(_ name: String) -> Bool {
    switch self[name] {
    case nil, "ASC": return false
    case "DESC": return true
    default:
      reject(name)
      return false
    }
  }
}

extension Array {
  /// Returns the elements in the order of a text or number, equal ones in their former order.
  func sorted(by key: (Element) -> JSON, descending: Bool) -> [Element] {
    let keyed = enumerated().map { (index: $0.offset, key: key($0.element), element: $0.element) }
    return keyed.sorted { one, other in
      let (first, second) = descending ? (other, one) : (one, other)
      switch (first.key, second.key) {
      case (.string(let a), .string(let b)) where a != b: return a < b
      case (.number(let a), .number(let b)) where a != b: return a < b
      default: return one.index < other.index
      }
    }.map(\.element)
  }
}
