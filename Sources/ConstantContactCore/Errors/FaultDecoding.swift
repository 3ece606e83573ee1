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
    if let bodies: [FaultBody] = try? JSONCoding.decode(body) {
      let faults = bodies.compactMap(\.fault)
      if !faults.isEmpty { return faults }
    } else if let fault = (try? JSONCoding.decode(body) as FaultBody)?.fault {
      return [fault]
    }
    if body.isEmpty { return [APIFault(key: nil, message: "the response has no body")] }
    let kind = contentType?.split(separator: ";").first.map(String.init) ?? "of unknown kind"
    return [APIFault(key: nil, message: "the response names no fault (\(kind), \(body.count) bytes)")]
  }

  private struct FaultBody: Decodable {
    let fault: APIFault?

    enum CodingKeys: String, CodingKey {
      case errorKey = "error_key"
      case errorMessage = "error_message"
      case error
      case errorDescription = "error_description"
      case errorCode
      case errorSummary
      case message
      case capitalMessage = "Message"
    }

    init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      let keys: [String?] = [container[.errorKey], container[.error], container[.errorCode]]
      let messages: [String?] = [
        container[.errorMessage], container[.errorDescription], container[.errorSummary], container[.message],
        container[.capitalMessage],
      ]
      let named = keys.compactMap(\.self).first
      // A sentence in place of a key may hold personal data.
      let key = named.flatMap { Redaction.isName($0) ? $0 : nil }
      let message = messages.compactMap(\.self).first ?? (key == nil ? named : nil)
      if key == nil && message == nil {
        fault = nil
      } else {
        fault = APIFault(key: key.map(APIFault.Key.init), message: message ?? "")
      }
    }
  }
}
