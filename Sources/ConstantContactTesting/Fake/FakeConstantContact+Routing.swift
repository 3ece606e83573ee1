internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Which handler answers which path.
extension FakeConstantContact {
  /// Method and path, ids replaced by a placeholder.
  static func route(_ call: Call) -> String {
    let hasID = call.segments.first == "v3" && call.segments.count > 2
    let known = hasID ? call.segments.prefix(2) + ["{id}"] + call.segments.dropFirst(3) : call.segments[...]
    return call.method + " /" + known.joined(separator: "/")
  }

  func answer(_ call: Call) throws -> Reply {
    guard call.segments.first == "v3" else { return Reply(403, ["message": "Forbidden"]) }
    let collection = call.segments.count > 1 ? call.segments[1] : ""
    if collection == "account" { return try answerAccount(call) }
    try authorize(call, scope: "contact_data")
    switch call.segments.count {
    case 2: return try answerCollection(collection, call)
    case 3: return try answerItem(collection, call, id: call.segments[2])
    default: return try unknownPath(call)
    }
  }

  private func answerCollection(_ name: String, _ call: Call) throws -> Reply {
    switch (name, call.method) {
    case ("contacts", "GET"): try listContacts(call)
    case ("contacts", "POST"): try createContact(call)
    case ("contact_lists", "GET"): try listLists(call)
    case ("contact_lists", "POST"): try createList(call)
    case ("contact_custom_fields", "GET"): try listCustomFields(call)
    case ("contact_custom_fields", "POST"): try createCustomField(call)
    case ("contacts", _), ("contact_lists", _), ("contact_custom_fields", _): methodNotAllowed(call)
    default: try unknownPath(call)
    }
  }

  private func answerItem(_ name: String, _ call: Call, id: String) throws -> Reply {
    if call.method == "POST" || call.method == "PUT" || call.method == "DELETE" {
      try Query(call.query, allowing: []).check()
    }
    return switch (name, call.method) {
    case ("contacts", "GET"): try getContact(call, id: id)
    case ("contacts", "PUT"): try replaceContact(call, id: id)
    case ("contacts", "DELETE"): try deleteContact(id: id)
    case ("contact_lists", "GET"): try getList(call, id: id)
    case ("contact_lists", "PUT"): try replaceList(call, id: id)
    case ("contact_lists", "DELETE"): try deleteList(id: id)
    case ("contact_custom_fields", "GET"): try getCustomField(id: id)
    case ("contact_custom_fields", "PUT"): try replaceCustomField(call, id: id)
    case ("contact_custom_fields", "DELETE"): try deleteCustomField(id: id)
    case ("activities", "GET"): try getActivity(id: id)
    case ("contacts", _), ("contact_lists", _), ("contact_custom_fields", _), ("activities", _):
      methodNotAllowed(call)
    default: try unknownPath(call)
    }
  }

  /// - Parameter scope: What the token has to be good for; `nil` when any will do.
  func authorize(_ call: Call, scope: String?) throws {
    let words = call.headers["Authorization"]?.split(separator: " ").map(String.init) ?? []
    guard words.count == 2, words[0].lowercased() == "bearer",
      let scopes = vault.scopes(ofAccess: words[1], now: time.now)
    else { throw Reply.unauthorized }
    if let scope, !scopes.contains(scope) { throw Reply.accessDenied }
  }

  func methodNotAllowed(_ call: Call) -> Reply {
    .service(405, "method_not_allowed", "\(call.method) is not allowed here.")
  }

  func unknownPath(_ call: Call) throws -> Reply {
    throw Reply.notFound("The fake service does not know \(Self.route(call)).")
  }

  /// Reads a collection's parameters, or those its cursor carries.
  func open(_ call: Call, _ collection: String, allowing names: Set<String>) throws -> (query: Query, after: Int) {
    guard let text = call.query.first(where: { $0.name == "cursor" })?.value else {
      return (Query(call.query, allowing: names), -1)
    }
    guard call.query.count == 1, let cursor = Cursor(text), cursor.collection == collection else {
      throw Reply.invalid(["cursor does not have a valid value"])
    }
    return (Query(cursor.parameters.map { ($0.key, $0.value) }, allowing: names), cursor.after)
  }

  /// The link to the next page or, after the last one, the next of the hollow shapes that the contract allows.
  func addLinks(to members: inout [String: JSON], _ collection: String, _ query: Query, after: Int?) {
    if let after {
      let cursor = Cursor(collection: collection, parameters: query.parameters, after: after).text
      let href = "/v3/\(collection)?cursor=\(PercentEncoding.encode(cursor))"
      members["_links"] = ["next": ["href": .string(href)]]
      return
    }
    lastPageCount += 1
    switch lastPageCount % 5 {
    case 1: break
    case 2: members["_links"] = .null
    case 3: members["_links"] = [:]
    case 4: members["_links"] = ["next": .null]
    default: members["_links"] = ["next": ["href": .null]]
    }
  }

  /// Throws the 404 for something that cannot be an id at all.
  func checkID(_ id: String, _ name: String) throws {
    let lengths = id.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
    let isHex = id.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit || $0 == UInt8(ascii: "-") }
    if lengths != [8, 4, 4, 4, 12] || !isHex { throw Reply.notFound("\(name) is in an invalid format.") }
  }
}
