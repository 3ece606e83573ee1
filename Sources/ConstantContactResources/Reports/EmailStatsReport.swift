public import ConstantContactCore

/// How several campaigns, or activities, fared. **Some may be missing without the call failing**: look at ``errors``.
public struct EmailStatsReport: Sendable, Hashable, Decodable {
  /// Those the service has stats on.
  public private(set) var results: [EmailCampaignStats] = []
  /// What it could not answer, such as ids that are unknown or were deleted.
  public private(set) var errors: [APIFault] = []
  /// The properties that were there but could not be read, by the service's names.
  public private(set) var unreadableFields: Set<String> = []

  enum CodingKeys: String, CodingKey {
    case results, errors
  }

  init() {}

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    results = container.array(.results) ?? []
    errors = (container.array(.errors) ?? []).map { (fault: StatsFault) in fault.fault }
    unreadableFields = container.malformed
  }

  /// Adds another report's results to this one's.
  mutating func append(_ other: EmailStatsReport) {
    results += other.results
    errors += other.errors
    unreadableFields.formUnion(other.unreadableFields)
  }
}

private struct StatsFault: Decodable {
  let fault: APIFault

  enum CodingKeys: String, CodingKey {
    case key = "error_key"
    case message = "error_message"
  }

  init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    fault = APIFault(key: container[.key], message: container[.message] ?? "")
  }
}
