public import ConstantContactCore

/// One version of an automation, as the service keeps it: what starts it, for whom, and a tree of steps.
///
/// It is held as JSON, so that it can be written back without losing anything; what the contract describes can be read.
public struct AutomationDefinition: Sendable, Hashable, Codable {
  /// All of it.
  public var json: JSONValue

  /// Takes JSON as it is.
  public init(json: JSONValue) { self.json = json }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws { json = try JSONValue(from: decoder) }

  /// Encodes the JSON. A request body leaves out the fields that are null: the API does not accept them.
  public func encode(to encoder: any Encoder) throws {
    let isRequest = encoder.userInfo[.isRequestBody] as? Bool ?? false
    try (isRequest ? Self.withoutNulls(json) : json).encode(to: encoder)
  }

  private static func withoutNulls(_ json: JSONValue) -> JSONValue {
    switch json {
    case .object(let members): .object(members.filter { $0.value != .null }.mapValues(withoutNulls))
    case .array(let elements): .array(elements.map(withoutNulls))
    default: json
    }
  }

  /// How the version stands; an open set.
  public var state: String? { json["state"]?.text }

  /// What starts it.
  public var trigger: AutomationTrigger? { try? json["trigger"]?["trigger_def"]?.decoded() }

  /// Whom it is for.
  public var triggerFilter: AutomationRule? { try? json["trigger"]?["trigger_filter"]?["rule"]?.decoded() }

  /// What it does, step by step.
  public var tasks: [AutomationTask] {
    guard case .array(let tasks) = workflow?["tasks"] else { return [] }
    return tasks.compactMap { try? $0.decoded() }
  }

  /// How its workflow stands, such as `SCHEDULED`; an open set.
  public var workflowStatus: String? { workflow?["status"]?.text }

  /// Within which time a contact comes to its end.
  public var timeout: AutomationTask.Timeout? { try? workflow?["timeout"]?.decoded() }

  /// The campaign whose mails it sends.
  public var campaignID: CampaignID? {
    (workflow?["parameters"]?["campaign_id"]?.text ?? workflow?["correlation_metadata"]?["campaign_id"]?.text)
      .map(CampaignID.init(rawValue:))
  }

  /// The template it was made from.
  public var templateID: String? { workflow?["correlation_metadata"]?["automation_template_id"]?.text }

  /// The discount code in its mails.
  public var discountCode: String? { workflow?["parameters"]?["discount_code"]?.text }

  private var workflow: JSONValue? { json["workflow"]?["workflow_def"] }
}
