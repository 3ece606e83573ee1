internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What the 2xx response of an operation brings. A response that does not bring it is no success, whatever its status.
///
/// A proxy's HTML page, a fault with status 200 and a body that was lost on the way must not be taken for a result. Collections are
/// checked where they are decoded: ``PageLayout`` names their array.
package struct ResponsePromise: Sendable, Hashable {
  private enum Content {
    case anything
    case nothing
    case array
    case object
    case csv
  }

  /// A response that breaks its operation's promise.
  struct Broken: Error {
    /// What is wrong, without any of the data.
    let reason: String
    var faults: [APIFault] = []
  }

  private var content: Content
  /// The members of an object that are neither missing nor null nor empty.
  private var members: [String] = []
  /// The members of an object that are arrays.
  private var arrays: [String] = []
  /// The array that names what failed when the status is 207: it has elements.
  private var failures: String?

  /// Whatever the API returns.
  package static let anything = ResponsePromise(content: .anything)
  /// No body. JSON in its place is ignored, unless it names a fault.
  package static let nothing = ResponsePromise(content: .nothing)
  /// The elements of a collection.
  package static let collection = ResponsePromise(content: .anything)
  /// A JSON array.
  package static let array = ResponsePromise(content: .array)
  /// A CSV file. A response with status 202 or 204 says that there is none yet.
  package static let csv = ResponsePromise(content: .csv)

  /// A JSON object with certain members.
  ///
  /// - Parameters:
  ///   - members: Text or numbers that are neither missing nor null nor empty, such as an ID.
  ///   - arrays: Members that are arrays, perhaps empty ones.
  package static func object(_ members: String..., arrays: [String] = []) -> ResponsePromise {
    ResponsePromise(content: .object, members: members, arrays: arrays)
  }

  /// The same, and with status 207 an object whose array of this name has elements.
  package func orPartly(failing name: String) -> ResponsePromise {
    var promise = self
    promise.failures = name
    return promise
  }

  /// - Parameter body: The body of the response, or the beginning of the file that it was written to.
  /// - Throws: ``Broken``; an error of the decoder when the body is not JSON.
  func check(_ response: TransportResponse, body: Data) throws {
    switch content {
    case .anything: break
    case .nothing: if body.contains(where: Self.isText) { try FaultCheck.check(JSONCoding.value(of: body)) }
    case .array:
      guard body.first(where: Self.isText) == UInt8(ascii: "[") else { throw Broken(reason: "it is not a JSON array") }
      try FaultCheck.check(JSONCoding.value(of: body))
    case .object: try checkObject(body, members: members, arrays: arrays)
    case .csv: try checkCSV(response, body)
    }
    if let failures, response.status.rawValue == 207 {
      try checkObject(body, members: [], arrays: [], filled: failures)
    }
  }

  private func checkObject(_ body: Data, members: [String], arrays: [String], filled: String? = nil) throws {
    guard body.contains(where: Self.isText) else { throw Broken(reason: "it has no body") }
    let node = try JSONCoding.value(of: body)
    try FaultCheck.check(node)
    guard var object = node.object else { throw node.mismatch([String: Any].self, at: []) }
    for name in members where object.lenientText(name)?.text.isEmpty ?? true {
      throw Broken(reason: "it has no `\(name)`")
    }
    for name in arrays where object.member(name)?.kind != .array {
      throw Broken(reason: "it has no array `\(name)`")
    }
    if let filled, object.member(filled).map({ $0.kind != .array || $0.count == 0 }) ?? true {
      throw Broken(reason: "its status is 207, but `\(filled)` does not say what failed")
    }
  }

  private func checkCSV(_ response: TransportResponse, _ body: Data) throws {
    if [202, 204].contains(response.status) { return }
    let type = response.headers["Content-Type"]?.lowercased() ?? ""
    guard !["html", "json", "xml"].contains(where: type.contains) else {
      throw Broken(reason: "it is not a CSV file but \(type.prefix { $0 != ";" })")
    }
    // The first line names the columns.
    guard let first = body.first(where: Self.isText) else { throw Broken(reason: "it is not a CSV file but empty") }
    guard !"<{[".utf8.contains(first) else { throw Broken(reason: "it is not a CSV file but HTML or JSON") }
  }

  private static func isText(_ byte: UInt8) -> Bool { byte != 0x20 && !(0x09...0x0D).contains(byte) }
}

/// Checks that a JSON value names no fault.
private enum FaultCheck {
  static func check(_ node: JSONNode) throws {
    var faults: [APIFault] = []
    let isArray = node.forEachElement { if let fault = fault(in: $0) { faults.append(fault) } }
    if !isArray, let fault = fault(in: node) { faults.append(fault) }
    if !faults.isEmpty { throw ResponsePromise.Broken(reason: "it names a fault", faults: faults) }
  }

  private static func fault(in node: JSONNode) -> APIFault? {
    guard var object = node.object, let key = object.member("error_key")?.text else { return nil }
    return APIFault(
      key: Redaction.isName(key) ? APIFault.Key(key) : nil, message: object.member("error_message")?.text ?? "")
  }
}
