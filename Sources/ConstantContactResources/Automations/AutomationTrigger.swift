public import ConstantContactCore

/// What starts an automation.
public struct AutomationTrigger: Sendable, Hashable, Codable {
  /// What narrows a trigger down.
  public struct Parameter: Sendable, Hashable, Codable {
    /// The parameter's name.
    public var name: String?
    /// What kind of value it has.
    public var type: String?
    /// How it is compared.
    public var operatorName: String?
    /// Its value, where it is one text.
    public var text: String?
    /// Its values, where there are several.
    public var texts: [String]?
    /// Its value, where it is anything else.
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

  /// Within which time a trigger works.
  public struct Bounds: Sendable, Hashable, Codable {
    /// Not before.
    public var after: String?
    /// Not after.
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

  /// The date that a trigger goes by.
  public struct DateField: Sendable, Hashable, Codable {
    /// What kind of date.
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

  /// What kind of trigger; the vendor publishes no list.
  public var type: String?
  /// What somebody did; the vendor publishes no list.
  public var actionName: String?
  /// What narrows it down.
  public var parameters: [Parameter]?
  /// Within which time.
  public var bounds: Bounds?
  /// The date it goes by.
  public var date: DateField?
  /// The segment it goes by.
  public var segmentID: SegmentID?
  /// How engaged contacts have to be, such as `SOMEWHAT`; an open set.
  public var engagementLevel: String?
  /// What makes a start unique.
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
