public import ConstantContactCore

/// A trial of two subjects: some contacts get one, as many the other, and all the rest the one that more opened.
public struct ABTest: APIModel {
  /// The second subject. The first is the mail's.
  public var alternativeSubject: String?
  /// How many contacts get each of the two, in percent of all: 30 means 30 and 30.
  public var testSize: Int?
  /// How many hours after the trial the winner is found.
  public var winnerWaitHours: Int?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("alternative_subject", &alternativeSubject)
    mapper.map("test_size", &testSize)
    mapper.map("winner_wait_duration", &winnerWaitHours)
  }
}
