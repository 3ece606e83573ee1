internal import ConstantContactCore

/// An A/B test of two subject lines to create.
public struct NewABTest: Sendable, Hashable, Codable {
  /// The second subject line. The first is the email's subject. Required.
  public var alternativeSubject: String
  /// The percentage of all contacts that receive each subject line, 5 to 50: 30 means 30 and 30.
  public var testSize: Int
  /// The number of hours after the test until the winner is chosen: 6, 12, 24 or 48.
  public var winnerWaitHours: Int

  /// Creates an A/B test.
  ///
  /// - Parameters:
  ///   - alternativeSubject: The second subject line.
  ///   - testSize: The percentage of all contacts that receive each subject line, 5 to 50.
  ///   - winnerWaitHours: The number of hours after the test until the winner is chosen: 6, 12, 24 or 48.
  public init(alternativeSubject: String, testSize: Int, winnerWaitHours: Int) {
    self.alternativeSubject = alternativeSubject
    self.testSize = testSize
    self.winnerWaitHours = winnerWaitHours
  }

  enum CodingKeys: String, CodingKey {
    case alternativeSubject = "alternative_subject"
    case testSize = "test_size"
    case winnerWaitHours = "winner_wait_duration"
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(!alternativeSubject.isEmpty, "alternative_subject", "is empty")
    try check.range("test_size", testSize, 5...50)
    try check.require(
      [6, 12, 24, 48].contains(winnerWaitHours),
      "winner_wait_duration", "must be 6, 12, 24 or 48")
  }
}
