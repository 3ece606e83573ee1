public import ConstantContactCore

/// A rule that selects an automation's contacts: a comparison, or a combination of rules.
///
/// To change a rule, change ``AutomationDefinition/triggerFilter``.
public struct AutomationRule: APIModel {
  /// A comparison of a property with a value.
  public struct Comparison: APIModel {
    /// A custom field and the value to compare it with.
    public struct FieldValue: APIModel {
      /// The custom field.
      public var fieldID: CustomFieldID?
      /// The value.
      public var value: String?
      /// The fields that the other properties do not hold.
      public var additionalFields = AdditionalFields()

      /// Creates a value without any fields.
      public init() {}

      /// Connects each property with its JSON field.
      public mutating func mapFields(_ mapper: inout FieldMapper) {
        mapper.map("custom_field_Id", &fieldID)
        mapper.map("value", &value)
      }
    }

    /// The kind of comparison. Constant Contact does not document the values.
    public var type: String?
    /// The name of the compared property.
    public var propertyName: String?
    /// The comparison operator. Constant Contact does not document the values.
    public var operatorName: String?
    /// The value to compare with, when there is one.
    public var argument: String?
    /// The values to compare with, when there are several.
    public var arguments: [String]?
    /// The value to compare with, when the property is a custom field.
    public var fieldValue: FieldValue?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("type", &type)
      mapper.map("property_name", &propertyName)
      mapper.map("operator", &operatorName)
      mapper.map("argument", &argument)
      mapper.map("array_argument", &arguments)
      mapper.map("string_map_argument", &fieldValue)
    }
  }

  /// The kind of rule. Constant Contact does not document the values.
  public var type: String?
  /// The operator that combines ``left`` and ``right``. Constant Contact does not document the values.
  public var compoundType: String?
  /// The target.
  public var target: String?
  /// The kind of target.
  public var targetType: String?
  /// The comparison.
  public var comparison: Comparison?

  // A structure cannot hold a value of its own type, an array can.
  private var leftRule: [AutomationRule] = []
  private var rightRule: [AutomationRule] = []
  private var innerRule: [AutomationRule] = []

  /// The first of two rules.
  public var left: AutomationRule? {
    get { leftRule.first }
    set { leftRule = newValue.map { [$0] } ?? [] }
  }
  /// The second of two rules.
  public var right: AutomationRule? {
    get { rightRule.first }
    set { rightRule = newValue.map { [$0] } ?? [] }
  }
  /// The nested rule.
  public var rule: AutomationRule? {
    get { innerRule.first }
    set { innerRule = newValue.map { [$0] } ?? [] }
  }
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("type", &type)
    mapper.map("compound_rule_type", &compoundType)
    mapper.map("target", &target)
    mapper.map("target_type", &targetType)
    mapper.map("property_comparison", &comparison)
    mapper.map("left", &left)
    mapper.map("right", &right)
    mapper.map("rule", &rule)
  }
}
