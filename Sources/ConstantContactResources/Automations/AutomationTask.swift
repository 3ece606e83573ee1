public import ConstantContactCore

/// One step of an automation: an email, a wait or a branch. Steps can be nested.
///
/// To change a step, change ``AutomationDefinition/workflow``.
public struct AutomationTask: APIModel {
  /// A duration.
  public struct Timeout: APIModel {
    /// The number of units.
    public var amount: Double?
    /// The unit, such as `HOURS`.
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

  /// The retry options of a step.
  public struct RetryOptions: APIModel {
    /// The factor by which each delay exceeds the previous one.
    public var backoffCoefficient: Int?
    /// The first delay. The contract does not name its unit.
    public var initialInterval: Int?
    /// The maximum number of attempts.
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

  /// The metadata that Constant Contact's editor stores on a step.
  public struct Metadata: APIModel {
    /// The action.
    public var action: String?
    /// Whether the step was created without a template.
    public var isFromScratch: Bool?
    /// The kind of step.
    public var kind: String?
    /// The list.
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

  /// The resources that a step belongs to.
  public struct Correlation: APIModel {
    /// The campaign activity that the step sends.
    public var campaignActivityID: CampaignActivityID?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("campaign_activity_id", &campaignActivityID)
    }
  }

  /// The step's ID.
  public var id: String?
  /// The name.
  public var name: String?
  /// The kind of step. Constant Contact does not document the values.
  public var kind: String?
  /// The inputs, by name.
  public var input: [String: String]?
  /// The output.
  public var output: RawJSON?
  /// The nested steps.
  public var childTasks: [AutomationTask]?
  /// The steps that run when the condition is true.
  public var then: [AutomationTask]?
  /// The steps that run when the condition is false.
  public var otherwise: [AutomationTask]?
  /// The condition.
  public var condition: RawJSON?
  /// The event that the step waits for.
  public var eventCondition: String?
  /// The condition under which the step is skipped.
  public var skipCondition: String?
  /// The maximum duration.
  public var timeout: Timeout?
  /// The retry options.
  public var retryOptions: RetryOptions?
  /// The metadata that Constant Contact's editor stores on the step.
  public var metadata: Metadata?
  /// The resources that the step belongs to. Field `correlation_metadata`.
  public var correlation: Correlation?
  /// The script.
  public var script: String?
  /// The name of the queue.
  public var queueName: String?
  /// The key of the provider that runs the step.
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
    mapper.map("correlation_metadata", &correlation)
    mapper.map("script", &script)
    mapper.map("queue_name", &queueName)
    mapper.map("task_provider_reference_key", &providerKey)
  }

  /// The campaign activity that the step sends.
  public var campaignActivityID: CampaignActivityID? { correlation?.campaignActivityID }
}
