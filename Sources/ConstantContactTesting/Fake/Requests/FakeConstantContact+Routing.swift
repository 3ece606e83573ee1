internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Routing, authorization and paging.
extension FakeConstantContact {
  /// Returns method and path with placeholders for ids.
  static func route(_ call: Call) -> String {
    switch Route.lookup(call) {
    case .found(let route, _), .otherMethods(let route): call.method + " " + route.pattern
    case .unknown: call.method + " /" + call.segments.joined(separator: "/")
    }
  }

  func respond(to call: Call) throws -> Reply {
    guard call.segments.first == "v3" else { return Reply(403, ["message": "Forbidden"]) }
    switch Route.lookup(call) {
    case .found(let route, let ids):
      try authorize(call, scope: route.scope, privilege: route.privilege)
      return try route.handler(self, call, ids)
    case .otherMethods(let route):
      try authorize(call, scope: route.scope, privilege: nil)
      return .service(405, "method_not_allowed", "\(call.method) is not allowed here.")
    case .unknown:
      return .notSimulated("The fake does not simulate \(call.method) \(Self.shortened(call.segments)).")
    }
  }

  private static func shortened(_ segments: [String]) -> String {
    String(("/" + segments.joined(separator: "/")).prefix(200))
  }

  private func authorize(_ call: Call, scope: String?, privilege: String?) throws {
    let words = call.headers["Authorization"]?.split(separator: " ").map(String.init) ?? []
    guard words.count == 2, words[0].lowercased() == "bearer",
      let scopes = vault.scopes(ofAccess: words[1], now: time.now)
    else { throw Reply.unauthorized }
    if let scope, !scopes.contains(scope) { throw Reply.accessDenied }
    if let privilege, !configuration.privileges.contains(privilege) { throw Reply.accessDenied }
  }

  /// Reads a collection's parameters, or those its cursor carries.
  func open(_ call: Call, _ collection: String, allowing names: Set<String>) throws -> (query: Query, after: Int) {
    guard let text = call.query.first(where: { $0.name == "cursor" })?.value else {
      return (Query(call, allowing: names), -1)
    }
    guard call.query.count == 1, call.hasValidQuery, let cursor = Cursor(text), cursor.collection == collection else {
      throw Reply.invalid(["cursor does not have a valid value"])
    }
    return (Query(cursor.parameters.map { ($0.key, $0.value) }, allowing: names), cursor.after)
  }

  /// Adds the link to the next page or, after the last one, one of the empty shapes that the contract allows, in rotation.
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

  /// Throws the 404 for text that cannot be a UUID.
  func checkID(_ id: String, _ name: String) throws {
    let lengths = id.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
    let isHex = id.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit || $0 == UInt8(ascii: "-") }
    if lengths != [8, 4, 4, 4, 12] || !isHex { throw Reply.notFound("\(name) is in an invalid format.") }
  }
}
