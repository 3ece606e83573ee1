public import ConstantContactCore

/// What starts an automation.
public struct AutomationTrigger: Sendable, Hashable, Codable {
  /// What narrows a trigger down.
  public struct Parameter: Sendable, Hashable, Codable {
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

    /// Says nothing yet.
    public init() {}

    enum CodingKeys: String, CodingKey {
      case name = "parameter_name"
      case type
      case operatorName = "operator"
      case text = "parameter_string_value"
      case texts = "parameter_list_value"
      case value = "parameter_value"
      case rule
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      name = container[.name]
      type = container[.type]
      operatorName = container[.operatorName]
      text = container[.text]
      texts = container.array(.texts)
      value = container[.value]
      rule = container[.rule]
    }
  }

  /// When a trigger works, counted from the contact's date, in ISO 8601 periods.
  ///
  /// `P0D` to `P1D` is the day itself, `P-7D` to `P-6D` the day a week before.
  public struct Bounds: Sendable, Hashable, Codable {
    /// Where the time begins, such as `P-7D`.
    public var after: String?
    /// Where it ends, such as `P-6D`.
    public var before: String?

    /// Says nothing yet.
    public init() {}

    enum CodingKeys: String, CodingKey {
      case after
      case before
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      after = container[.after]
      before = container[.before]
    }
  }

  /// The date that a trigger goes by. The names of fields begin with `record.`, such as `record.birthday_day`.
  public struct DateField: Sendable, Hashable, Codable {
    /// Where the date stands, such as `Profile`.
    public var type: String?
    /// The field that holds it.
    public var dateField: String?
    /// The field that holds its day.
    public var dayField: String?
    /// The field that holds its month.
    public var monthField: String?

    /// Says nothing yet.
    public init() {}

    enum CodingKeys: String, CodingKey {
      case type
      case dateField = "date_field"
      case dayField = "day_field"
      case monthField = "month_field"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      type = container[.type]
      dateField = container[.dateField]
      dayField = container[.dayField]
      monthField = container[.monthField]
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

  /// Says nothing yet.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case type
    case actionName = "action_name"
    case parameters
    case bounds
    case date = "trigger_date"
    case segmentID = "segment_id"
    case engagementLevel = "engagement_level"
    case uniqueBy = "unique_by"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    type = container[.type]
    actionName = container[.actionName]
    parameters = container.array(.parameters)
    bounds = container[.bounds]
    date = container[.date]
    segmentID = container[.segmentID]
    engagementLevel = container[.engagementLevel]
    uniqueBy = container[.uniqueBy]
  }
}
