public import ConstantContactCore

/// The steps of an automation, with their settings. Field `workflow_def`.
public struct AutomationWorkflow: APIModel {
  /// The parameters of the steps.
  public struct Parameters: APIModel {
    /// The automation.
    public var automationID: AutomationID?
    /// The automation's name.
    public var automationName: String?
    /// The campaign whose emails the automation sends.
    public var campaignID: CampaignID?
    /// The discount code in the emails.
    public var discountCode: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("automation_flow_id", &automationID)
      mapper.map("automation_flow_name", &automationName)
      mapper.map("campaign_id", &campaignID)
      mapper.map("discount_code", &discountCode)
    }
  }

  /// The resources that the steps belong to. Field `correlation_metadata`.
  public struct Correlation: APIModel {
    /// The automation.
    public var automationID: AutomationID?
    /// The template.
    public var templateID: AutomationTemplateID?
    /// The campaign whose emails the automation sends.
    public var campaignID: CampaignID?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("automation_flow_id", &automationID)
      mapper.map("automation_template_id", &templateID)
      mapper.map("campaign_id", &campaignID)
    }
  }

  /// The parameters of the steps.
  public var parameters: Parameters?
  /// The resources that the steps belong to.
  public var correlation: Correlation?
  /// The steps.
  public var tasks: [AutomationTask]?
  /// The status, such as `SCHEDULED`.
  public var status: String?
  /// The maximum duration for a contact.
  public var timeout: AutomationTask.Timeout?
  /// The metadata that Constant Contact's editor stores.
  public var metadata: RawJSON?
  /// Whether the workflow can be upgraded after its activation.
  public var isUpgradable: Bool?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("parameters", &parameters)
    mapper.map("correlation_metadata", &correlation)
    mapper.map("tasks", &tasks)
    mapper.map("status", &status)
    mapper.map("timeout", &timeout)
    mapper.map("metadata", &metadata)
    mapper.map("upgradable", &isUpgradable)
  }
}
