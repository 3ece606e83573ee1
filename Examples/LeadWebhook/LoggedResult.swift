internal import ConstantContactKit
internal import ExampleSupport
internal import Foundation

/// A line of the results log: the result of one lead of a request.
struct LoggedResult: Codable, Sendable {
  /// The ID of the request.
  let request: String
  /// The number of leads in the request.
  let leads: Int
  /// The digest of the body.
  let digest: String
  /// The identity of the request; see ``Submission/fingerprint``.
  let fingerprint: String
  /// The time of the result in seconds since 1970.
  let at: Double
  /// The result.
  let result: ResultLine

  /// Times from 1970 to 9999 in seconds since 1970. Formatters cannot handle others.
  static let dates: Range<Double> = 0..<253_402_300_800

  /// Whether the numbers are possible. Those of a damaged line may be anything.
  var isPlausible: Bool {
    (1...1_000_000).contains(leads) && (1...leads).contains(result.row) && Self.dates.contains(at)
  }
}

extension LoggedResult: Redacting {
  /// The request, the row and the outcome, without personal data.
  var description: String { "\(request), \(result)" }
}
