public import ConstantContactCore

/// One version of an automation: its trigger, its contacts, and a tree of steps.
///
/// The version is kept as JSON, so that writing it back loses nothing. The documented parts are available as properties.
public struct AutomationDefinition: Sendable, Hashable, Codable {
  /// The whole definition.
  public var json: RawJSON

  /// Creates a definition from JSON.
  public init(json: RawJSON) { self.json = json }

  /// Decodes any JSON value.
  public init(from decoder: any Decoder) throws { json = try RawJSON(from: decoder) }

  /// Encodes the JSON. A request body leaves out the fields that are null: the API does not accept them.
  public func encode(to encoder: any Encoder) throws {
    let isRequest = encoder.userInfo[.isRequestBody] as? Bool ?? false
    try (isRequest ? json.withoutNulls : json).encode(to: encoder)
  }

  /// The state of the version.
  public var state: String? { json["state"]?.text }

  /// The trigger.
  public var trigger: AutomationTrigger? { try? json["trigger"]?["trigger_def"]?.decoded() }

  /// The rule that selects the contacts.
  public var triggerFilter: AutomationRule? { try? json["trigger"]?["trigger_filter"]?["rule"]?.decoded() }

  /// The steps.
  public var tasks: [AutomationTask] {
    guard case .array(let tasks) = workflow?["tasks"] else { return [] }
    return tasks.compactMap { try? $0.decoded() }
  }

  /// The status of the workflow, such as `SCHEDULED`.
  public var workflowStatus: String? { workflow?["status"]?.text }

  /// The maximum duration for a contact.
  public var timeout: AutomationTask.Timeout? { try? workflow?["timeout"]?.decoded() }

  /// The campaign whose emails the automation sends.
  public var campaignID: CampaignID? {
    (workflow?["parameters"]?["campaign_id"]?.text ?? workflow?["correlation_metadata"]?["campaign_id"]?.text)
      .map(CampaignID.init(rawValue:))
  }

  /// The ID of the template.
  public var templateID: String? { workflow?["correlation_metadata"]?["automation_template_id"]?.text }

  /// The discount code in the emails.
  public var discountCode: String? { workflow?["parameters"]?["discount_code"]?.text }

  private var workflow: RawJSON? { json["workflow"]?["workflow_def"] }
}

extension RawJSON {
  /// The value without the members of objects that are null, at any depth.
  var withoutNulls: RawJSON {
    switch self {
    case .object(let members): .object(members.filter { $0.value != .null }.mapValues(\.withoutNulls))
    case .array(let elements): .array(elements.map(\.withoutNulls))
    default: self
    }
  }
}
