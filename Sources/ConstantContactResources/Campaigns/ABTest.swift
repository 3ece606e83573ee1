public import ConstantContactCore

/// An A/B test of two subject lines.
///
/// Two groups of contacts of the same size receive one subject line each; all others receive the one with more opens.
public struct ABTest: APIModel {
  /// The second subject line. The first is the email's subject.
  public var alternativeSubject: String?
  /// The percentage of all contacts that receive each subject line: 30 means 30 and 30.
  public var testSize: Int?
  /// The number of hours after the test until the winner is chosen.
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
