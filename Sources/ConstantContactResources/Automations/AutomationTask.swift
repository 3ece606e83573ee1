public import ConstantContactCore

/// One step of an automation: a mail, a wait, a branch; it may hold further steps.
///
/// A view for reading. To change a step, change ``AutomationDefinition/json``, which keeps what is not shown here.
public struct AutomationTask: Sendable, Hashable, Decodable {
  /// A length of time.
  public struct Timeout: Sendable, Hashable, Decodable {
    /// How many units.
    public let amount: Double?
    /// Of what, such as `HOURS`; an open set.
    public let unit: String?

    enum CodingKeys: String, CodingKey {
      case amount
      case unit = "time_unit"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      amount = container[.amount]
      unit = container[.unit]
    }
  }

  /// How often a step is tried.
  public struct RetryOptions: Sendable, Hashable, Decodable {
    /// By what each pause is longer than the one before.
    public let backoffCoefficient: Int?
    /// The first pause; the contract names no unit.
    public let initialInterval: Int?
    /// How often at most.
    public let maximumAttempts: Int?

    enum CodingKeys: String, CodingKey {
      case backoffCoefficient = "backoff_coefficient"
      case initialInterval = "initial_interval"
      case maximumAttempts = "maximum_attempts"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      backoffCoefficient = container[.backoffCoefficient]
      initialInterval = container[.initialInterval]
      maximumAttempts = container[.maximumAttempts]
    }
  }

  /// What the vendor's editor notes on a step.
  public struct Metadata: Sendable, Hashable, Decodable {
    /// What it does.
    public let action: String?
    /// Whether it was made from nothing.
    public let isFromScratch: Bool?
    /// What kind of step.
    public let kind: String?
    /// The list it is about.
    public let list: String?

    enum CodingKeys: String, CodingKey {
      case action
      case isFromScratch = "create_from_scratch"
      case kind
      case list
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      action = container[.action]
      isFromScratch = container[.isFromScratch]
      kind = container[.kind]
      list = container[.list]
    }
  }

  /// The step's id.
  public let id: String?
  /// What it is called.
  public let name: String?
  /// What kind of step; the vendor publishes no list.
  public let kind: String?
  /// What it works with, by name.
  public let input: [String: String]?
  /// What it leaves behind.
  public let output: JSONValue?
  /// The steps within it.
  public let childTasks: [AutomationTask]?
  /// The steps that follow when its condition holds.
  public let then: [AutomationTask]?
  /// The steps that follow when it does not.
  public let otherwise: [AutomationTask]?
  /// Its condition.
  public let condition: JSONValue?
  /// The event it waits for.
  public let eventCondition: String?
  /// When it is left out.
  public let skipCondition: String?
  /// How long it lasts at most.
  public let timeout: Timeout?
  /// How often it is tried.
  public let retryOptions: RetryOptions?
  /// What the vendor's editor notes on it.
  public let metadata: Metadata?
  /// The mail it sends.
  public let campaignActivityID: CampaignActivityID?
  /// What it runs.
  public let script: String?
  /// Where it is queued.
  public let queueName: String?
  /// What carries it out.
  public let providerKey: String?

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case kind
    case input
    case output
    case childTasks = "child_tasks"
    case then
    case otherwise = "else"
    case condition = "json_condition"
    case eventCondition = "event_condition"
    case skipCondition = "task_skip_condition"
    case timeout
    case retryOptions = "retry_options"
    case metadata
    case correlation = "correlation_metadata"
    case script
    case queueName = "queue_name"
    case providerKey = "task_provider_reference_key"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id]
    name = container[.name]
    kind = container[.kind]
    input = container[.input]
    output = container[.output]
    childTasks = container.array(.childTasks)
    then = container.array(.then)
    otherwise = container.array(.otherwise)
    condition = container[.condition]
    eventCondition = container[.eventCondition]
    skipCondition = container[.skipCondition]
    timeout = container[.timeout]
    retryOptions = container[.retryOptions]
    metadata = container[.metadata]
    let correlation: JSONValue? = container[.correlation]
    campaignActivityID = (correlation?["campaign_activity_id"]?.text).map(CampaignActivityID.init(rawValue:))
    script = container[.script]
    queueName = container[.queueName]
    providerKey = container[.providerKey]
  }
}
