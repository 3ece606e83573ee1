internal import ConstantContactTransport

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Decodes error bodies, of which there are five shapes: an array of faults, a single fault, OAuth's `error` and `error_description` (or
/// Okta's spelling of them), a gateway's `message`, and text that is not JSON.
package enum FaultDecoding {
  /// Returns the faults of a body, never none: a body that names no fault is described instead.
  package static func faults(in body: Data, contentType: String?) -> [APIFault] {
    if let node = try? JSONCoding.value(of: body) {
      var faults: [APIFault] = []
      let isArray = node.forEachElement { if let fault = fault(in: $0) { faults.append(fault) } }
      if !isArray, let fault = fault(in: node) { faults.append(fault) }
      if !faults.isEmpty { return faults }
    }
    if body.isEmpty { return [APIFault(key: nil, message: "the response has no body")] }
    let kind = contentType?.split(separator: ";").first.map(String.init) ?? "of unknown kind"
    return [APIFault(key: nil, message: "the response names no fault (\(kind), \(body.count) bytes)")]
  }

  private static let keyNames = ["error_key", "error", "errorCode"]
  private static let messageNames = ["error_message", "error_description", "errorSummary", "message", "Message"]

  private static func fault(in node: JSONNode) -> APIFault? {
    guard var object = node.object else { return nil }
    func first(of names: [String]) -> String? {
      for name in names { if let text = object.lenientText(name)?.text { return text } }
      return nil
    }
    let named = first(of: keyNames)
    // A sentence in place of a key may hold personal data.
    let key = named.flatMap { Redaction.isName($0) ? $0 : nil }
    guard let message = first(of: messageNames) ?? (key == nil ? named : nil) else {
      return key.map { APIFault(key: APIFault.Key($0), message: "") }
    }
    return APIFault(key: key.map(APIFault.Key.init), message: message)
  }
}
