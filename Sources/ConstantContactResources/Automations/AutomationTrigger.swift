public import ConstantContactCore

/// The trigger of an automation.
public struct AutomationTrigger: APIModel {
  /// A parameter of a trigger.
  public struct Parameter: APIModel {
    /// The parameter's name, such as `list_ids`.
    public var name: String?
    /// The type of the value, such as `STRING`, `LIST` or `WEB_TRACKING`.
    public var type: String?
    /// The comparison operator, such as `EQUALS`.
    public var operatorName: String?
    /// The value, when it is one string. Constant Contact recommends ``value`` instead.
    public var text: String?
    /// The values, when there are several. Constant Contact recommends ``value`` instead.
    public var texts: [String]?
    /// The value: a string or an array of strings.
    public var value: RawJSON?
    /// A rule.
    public var rule: RawJSON?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("parameter_name", &name)
      mapper.map("type", &type)
      mapper.map("operator", &operatorName)
      mapper.map("parameter_string_value", &text)
      mapper.map("parameter_list_value", &texts)
      mapper.map("parameter_value", &value)
      mapper.map("rule", &rule)
    }
  }

  /// The period in which a trigger fires, relative to the contact's date, as ISO 8601 durations.
  ///
  /// `P0D` to `P1D` is the day itself, `P-7D` to `P-6D` the day one week earlier.
  public struct Bounds: APIModel {
    /// The start, such as `P-7D`.
    public var after: String?
    /// The end, such as `P-6D`.
    public var before: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("after", &after)
      mapper.map("before", &before)
    }
  }

  /// The date that fires a trigger. Field names begin with `record.`, such as `record.birthday_day`.
  public struct DateField: APIModel {
    /// The source of the date, such as `Profile`.
    public var type: String?
    /// The field that holds the date.
    public var dateField: String?
    /// The field that holds the day.
    public var dayField: String?
    /// The field that holds the month.
    public var monthField: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("type", &type)
      mapper.map("date_field", &dateField)
      mapper.map("day_field", &dayField)
      mapper.map("month_field", &monthField)
    }
  }

  /// The kind of trigger, such as `Action`, `Date` or `segment_join`. Constant Contact does not document the values.
  public var type: String?
  /// The action, such as `list_join` or `calendar_date`. Required for the types `Action` and `Date`.
  public var actionName: String?
  /// The parameters.
  public var parameters: [Parameter]?
  /// The period relative to the contact's date. For the type `Date`.
  public var bounds: Bounds?
  /// The date that fires the trigger. For the type `Date`.
  public var date: DateField?
  /// The segment. For the type `segment_join`.
  public var segmentID: SegmentID?
  /// The required engagement of contacts, such as `SOMEWHAT`.
  public var engagementLevel: String?
  /// What a contact can start the automation only once for, such as `list_ids` or `contact_id`.
  public var uniqueBy: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("type", &type)
    mapper.map("action_name", &actionName)
    mapper.map("parameters", &parameters)
    mapper.map("bounds", &bounds)
    mapper.map("trigger_date", &date)
    mapper.map("segment_id", &segmentID)
    mapper.map("engagement_level", &engagementLevel)
    mapper.map("unique_by", &uniqueBy)
  }
}
