internal import ConstantContactTransport
internal import ExampleSupport
internal import Foundation

/// A line of the results log: what became of one lead, and of which request it is.
struct LoggedResult: Codable, Sendable {
  /// The request's id.
  let request: String
  /// How many leads the request has.
  let leads: Int
  let digest: String
  let fingerprint: String
  /// When the result was known, in seconds since 1970.
  let at: Double
  let result: ResultLine
}

extension LoggedResult: Redacting {
  /// None of the personal data.
  var description: String { "\(request), \(result)" }
}
