public import ConstantContactCore

/// The statistics of several campaigns or campaign activities.
///
/// **Statistics can be missing without the call failing**: check ``errors``.
public struct EmailStatsReport: APIModel {
  /// The statistics that the API returned.
  public var results: [EmailCampaignStats] = []
  private var faults: [StatsFault] = []
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("results", &results)
    mapper.map("errors", &faults)
  }

  /// The errors that the API reported, such as IDs that are unknown or were deleted.
  public var errors: [APIFault] {
    get { faults.map { APIFault(key: $0.key, message: $0.message ?? "") } }
    set { faults = newValue.map { fault in StatsFault { ($0.key, $0.message) = (fault.key, fault.message) } } }
  }

  /// Adds the results of another report.
  mutating func append(_ other: EmailStatsReport) {
    results += other.results
    faults += other.faults
    additionalFields.merge(other.additionalFields)
  }
}

private struct StatsFault: APIModel {
  var key: APIFault.Key?
  var message: String?
  var additionalFields = AdditionalFields()

  mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("error_key", &key)
    mapper.map("error_message", &message)
  }
}
