public import ConstantContactCore

/// What starts an automation.
public struct AutomationTrigger: APIModel {
  /// What narrows a trigger down.
  public struct Parameter: APIModel {
    /// The parameter's name, such as `list_ids`.
    public var name: String?
    /// What kind of value it has: `STRING`, `LIST`, `WEB_TRACKING` or another.
    public var type: String?
    /// How it is compared, such as `EQUALS`.
    public var operatorName: String?
    /// Its value, where it is one text. The vendor prefers ``value``.
    public var text: String?
    /// Its values, where there are several. The vendor prefers ``value``.
    public var texts: [String]?
    /// Its value: a text, or an array of texts.
    public var value: JSONValue?
    /// A rule of its own.
    public var rule: JSONValue?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Says nothing yet.
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

  /// When a trigger works, counted from the contact's date, in ISO 8601 periods.
  ///
  /// `P0D` to `P1D` is the day itself, `P-7D` to `P-6D` the day a week before.
  public struct Bounds: APIModel {
    /// Where the time begins, such as `P-7D`.
    public var after: String?
    /// Where it ends, such as `P-6D`.
    public var before: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Says nothing yet.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("after", &after)
      mapper.map("before", &before)
    }
  }

  /// The date that a trigger goes by. The names of fields begin with `record.`, such as `record.birthday_day`.
  public struct DateField: APIModel {
    /// Where the date stands, such as `Profile`.
    public var type: String?
    /// The field that holds it.
    public var dateField: String?
    /// The field that holds its day.
    public var dayField: String?
    /// The field that holds its month.
    public var monthField: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Says nothing yet.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("type", &type)
      mapper.map("date_field", &dateField)
      mapper.map("day_field", &dayField)
      mapper.map("month_field", &monthField)
    }
  }

  /// What kind of trigger, such as `Action`, `Date` or `segment_join`; the vendor publishes no list.
  public var type: String?
  /// What happened, such as `list_join` or `calendar_date`; the types `Action` and `Date` need it. The vendor publishes no list.
  public var actionName: String?
  /// What narrows it down.
  public var parameters: [Parameter]?
  /// When, counted from the contact's date; for the type `Date`.
  public var bounds: Bounds?
  /// The date it goes by; for the type `Date`.
  public var date: DateField?
  /// The segment it goes by; for the type `segment_join`.
  public var segmentID: SegmentID?
  /// How engaged contacts have to be, such as `SOMEWHAT`; an open set.
  public var engagementLevel: String?
  /// By what a contact starts the automation only once, such as `list_ids` or `contact_id`.
  public var uniqueBy: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Says nothing yet.
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
