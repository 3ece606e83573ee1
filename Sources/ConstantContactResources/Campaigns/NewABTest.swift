internal import ConstantContactCore

/// A trial of two subjects to be set up.
public struct NewABTest: Sendable, Hashable, Encodable {
  /// The second subject. The first is the mail's. Required.
  public var alternativeSubject: String
  /// How many contacts get each of the two, in percent of all, 5 to 50: 30 means 30 and 30.
  public var testSize: Int
  /// How many hours after the trial the winner is found: 6, 12, 24 or 48.
  public var winnerWaitHours: Int

  /// Makes a trial.
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
