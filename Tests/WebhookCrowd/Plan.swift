import Foundation

/// The content of one request.
struct Plan: Sendable {
  let key: String
  let addresses: [String]
  /// Whether the sender gives up without a response.
  let isImpatient: Bool

  var body: [UInt8] {
    let leads = addresses.map { ["work_email": $0, "first_name": "Crowd", "last_name": key] }
    // Strings always encode.
    return (try? JSONSerialization.data(withJSONObject: leads, options: .sortedKeys)).map(Array.init) ?? []
  }

  /// Returns the requests of one sender: one to three leads each, sometimes with an address that other senders use.
  static func make(sender: Int, requests: Int, using generator: inout some RandomNumberGenerator) -> [Plan] {
    (0..<requests).map { request in
      let key = "sender-\(sender)-request-\(request)"
      let addresses = (0..<Int.random(in: 1...3, using: &generator)).map { lead in
        Int.random(in: 0..<20, using: &generator) == 0
          ? "shared-\(Int.random(in: 0..<20, using: &generator))@crowd.example" : "\(key)-lead-\(lead)@crowd.example"
      }
      return Plan(
        key: key, addresses: addresses, isImpatient: Int.random(in: 0..<10, using: &generator) == 0)
    }
  }
}
