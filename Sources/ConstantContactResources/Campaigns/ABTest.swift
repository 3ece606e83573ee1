internal import ConstantContactCore

/// A trial of two subjects: some contacts get one, as many the other, and all the rest the one that more opened.
public struct ABTest: Sendable, Hashable, Decodable {
  /// The second subject. The first is the mail's.
  public let alternativeSubject: String?
  /// How many contacts get each of the two, in percent of all: 30 means 30 and 30.
  public let testSize: Int?
  /// How many hours after the trial the winner is found.
  public let winnerWaitHours: Int?

  enum CodingKeys: String, CodingKey {
    case alternativeSubject = "alternative_subject"
    case testSize = "test_size"
    case winnerWaitHours = "winner_wait_duration"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    alternativeSubject = container[.alternativeSubject]
    testSize = container[.testSize]
    winnerWaitHours = container[.winnerWaitHours]
  }
}
