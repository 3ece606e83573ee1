public import ConstantContactCore

/// One step of an automation: a mail, a wait, a branch; it may hold further steps.
///
/// A view for reading. To change a step, change ``AutomationDefinition/json``, which keeps what is not shown here.
public struct AutomationTask: APIModel {
  /// A length of time.
  public struct Timeout: APIModel {
    /// How many units.
    public var amount: Double?
    /// Of what, such as `HOURS`; an open set.
    public var unit: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("amount", &amount)
      mapper.map("time_unit", &unit)
    }
  }

  /// How often a step is tried.
  public struct RetryOptions: APIModel {
    /// By what each pause is longer than the one before.
    public var backoffCoefficient: Int?
    /// The first pause; the contract names no unit.
    public var initialInterval: Int?
    /// How often at most.
    public var maximumAttempts: Int?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("backoff_coefficient", &backoffCoefficient)
      mapper.map("initial_interval", &initialInterval)
      mapper.map("maximum_attempts", &maximumAttempts)
    }
  }

  /// What the vendor's editor notes on a step.
  public struct Metadata: APIModel {
    /// What it does.
    public var action: String?
    /// Whether it was made from nothing.
    public var isFromScratch: Bool?
    /// What kind of step.
    public var kind: String?
    /// The list it is about.
    public var list: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("action", &action)
      mapper.map("create_from_scratch", &isFromScratch)
      mapper.map("kind", &kind)
      mapper.map("list", &list)
    }
  }

  /// The step's id.
  public var id: String?
  /// What it is called.
  public var name: String?
  /// What kind of step; the vendor publishes no list.
  public var kind: String?
  /// What it works with, by name.
  public var input: [String: String]?
  /// What it leaves behind.
  public var output: JSONValue?
  /// The steps within it.
  public var childTasks: [AutomationTask]?
  /// The steps that follow when its condition holds.
  public var then: [AutomationTask]?
  /// The steps that follow when it does not.
  public var otherwise: [AutomationTask]?
  /// Its condition.
  public var condition: JSONValue?
  /// The event it waits for.
  public var eventCondition: String?
  /// When it is left out.
  public var skipCondition: String?
  /// How long it lasts at most.
  public var timeout: Timeout?
  /// How often it is tried.
  public var retryOptions: RetryOptions?
  /// What the vendor's editor notes on it.
  public var metadata: Metadata?
  /// What the step belongs to. Field `correlation_metadata`.
  public var correlationMetadata: JSONValue?
  /// What it runs.
  public var script: String?
  /// Where it is queued.
  public var queueName: String?
  /// What carries it out.
  public var providerKey: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("id", &id)
    mapper.map("name", &name)
    mapper.map("kind", &kind)
    mapper.map("input", &input)
    mapper.map("output", &output)
    mapper.map("child_tasks", &childTasks)
    mapper.map("then", &then)
    mapper.map("else", &otherwise)
    mapper.map("json_condition", &condition)
    mapper.map("event_condition", &eventCondition)
    mapper.map("task_skip_condition", &skipCondition)
    mapper.map("timeout", &timeout)
    mapper.map("retry_options", &retryOptions)
    mapper.map("metadata", &metadata)
    mapper.map("correlation_metadata", &correlationMetadata)
    mapper.map("script", &script)
    mapper.map("queue_name", &queueName)
    mapper.map("task_provider_reference_key", &providerKey)
  }

  /// The campaign activity that the step sends.
  public var campaignActivityID: CampaignActivityID? {
    correlationMetadata?["campaign_activity_id"]?.text.map(CampaignActivityID.init(rawValue:))
  }
}
