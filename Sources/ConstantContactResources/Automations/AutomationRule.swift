public import ConstantContactCore

/// A rule that says whom an automation is for: a comparison, or rules put together.
///
/// A view for reading. To change a rule, change ``AutomationDefinition/json``, which keeps what is not shown here.
public struct AutomationRule: APIModel {
  /// A comparison of a property with a value.
  public struct Comparison: APIModel {
    /// A custom field and the value it is compared with.
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

    /// What kind of comparison; the vendor publishes no list.
    public var type: String?
    /// The property.
    public var propertyName: String?
    /// How it is compared; the vendor publishes no list.
    public var operatorName: String?
    /// With what, where that is one value.
    public var argument: String?
    /// With what, where there are several values.
    public var arguments: [String]?
    /// With what, where the property is a custom field.
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

  /// What kind of rule; the vendor publishes no list.
  public var type: String?
  /// How ``left`` and ``right`` are put together; the vendor publishes no list.
  public var compoundType: String?
  /// What it is about.
  public var target: String?
  /// What kind of thing it is about.
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
