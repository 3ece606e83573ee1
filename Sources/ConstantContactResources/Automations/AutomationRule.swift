internal import ConstantContactCore

/// A rule that says whom an automation is for: a comparison, or rules put together.
///
/// A view for reading. To change a rule, change ``AutomationDefinition/json``, which keeps what is not shown here.
public struct AutomationRule: Sendable, Hashable, Decodable {
  /// A comparison of a property with a value.
  public struct Comparison: Sendable, Hashable, Decodable {
    /// A custom field and the value it is compared with.
    public struct FieldValue: Sendable, Hashable, Decodable {
      /// The custom field.
      public let fieldID: CustomFieldID?
      /// The value.
      public let value: String?

      enum CodingKeys: String, CodingKey {
        // The contract writes the last word with a capital.
        case fieldID = "custom_field_Id"
        case value
      }

      /// Decodes whatever is there.
      public init(from decoder: any Decoder) throws {
        var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
        fieldID = container[.fieldID]
        value = container[.value]
      }
    }

    /// What kind of comparison; the vendor publishes no list.
    public let type: String?
    /// The property.
    public let propertyName: String?
    /// How it is compared; the vendor publishes no list.
    public let operatorName: String?
    /// With what, where that is one value.
    public let argument: String?
    /// With what, where there are several values.
    public let arguments: [String]?
    /// With what, where the property is a custom field.
    public let fieldValue: FieldValue?

    enum CodingKeys: String, CodingKey {
      case type
      case propertyName = "property_name"
      case operatorName = "operator"
      case argument
      case arguments = "array_argument"
      case fieldValue = "string_map_argument"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      type = container[.type]
      propertyName = container[.propertyName]
      operatorName = container[.operatorName]
      argument = container[.argument]
      arguments = container.array(.arguments)
      fieldValue = container[.fieldValue]
    }
  }

  /// What kind of rule; the vendor publishes no list.
  public let type: String?
  /// How ``left`` and ``right`` are put together; the vendor publishes no list.
  public let compoundType: String?
  /// What it is about.
  public let target: String?
  /// What kind of thing it is about.
  public let targetType: String?
  /// The comparison.
  public let comparison: Comparison?

  // A structure cannot hold another of its own type, an array can.
  private let leftRule: [AutomationRule]
  private let rightRule: [AutomationRule]
  private let innerRule: [AutomationRule]

  /// The first of two rules.
  public var left: AutomationRule? { leftRule.first }
  /// The second of two rules.
  public var right: AutomationRule? { rightRule.first }
  /// The one rule within.
  public var rule: AutomationRule? { innerRule.first }

  enum CodingKeys: String, CodingKey {
    case type
    case compoundType = "compound_rule_type"
    case target
    case targetType = "target_type"
    case comparison = "property_comparison"
    case left
    case right
    case rule
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    type = container[.type]
    compoundType = container[.compoundType]
    target = container[.target]
    targetType = container[.targetType]
    comparison = container[.comparison]
    func one(_ rule: AutomationRule?) -> [AutomationRule] { rule.map { [$0] } ?? [] }
    leftRule = one(container[.left])
    rightRule = one(container[.right])
    innerRule = one(container[.rule])
  }
}
