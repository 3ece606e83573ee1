public import ConstantContactCore

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// One version of an automation: its trigger, its contacts, and a tree of steps.
///
/// The version is kept as JSON, so that writing it back loses nothing. The documented parts are available as
/// properties; setting one changes that part of the JSON and keeps the others.
public struct AutomationDefinition: Sendable, Hashable, Codable {
  /// The whole definition.
  public var json: RawJSON

  /// Creates an empty definition.
  public init() { json = .object([:]) }

  /// Creates a definition from JSON.
  public init(json: RawJSON) { self.json = json }

  /// Decodes any JSON value.
  public init(from decoder: any Decoder) throws { json = try RawJSON(from: decoder) }

  /// Encodes the JSON. A request body leaves out the fields that are null: the API does not accept them.
  public func encode(to encoder: any Encoder) throws {
    let isRequest = encoder.userInfo[.isRequestBody] as? Bool ?? false
    try (isRequest ? json.withoutNulls : json).encode(to: encoder)
  }

  /// The state of the version, such as `DRAFT`.
  public var state: String? {
    get { json["state"]?.text }
    set { set(["state"], newValue) }
  }

  /// The trigger.
  public var trigger: AutomationTrigger? {
    get { value(["trigger", "trigger_def"]) }
    set { set(["trigger", "trigger_def"], newValue) }
  }

  /// The version of the trigger, such as `1.0.0`.
  public var triggerVersion: String? {
    get { value(["trigger", "trigger_version"]) }
    set { set(["trigger", "trigger_version"], newValue) }
  }

  /// The rule that selects the contacts.
  public var triggerFilter: AutomationRule? {
    get { value(["trigger", "trigger_filter", "rule"]) }
    set { set(["trigger", "trigger_filter", "rule"], newValue) }
  }

  /// The version of the rule that selects the contacts.
  public var triggerFilterVersion: String? {
    get { value(["trigger", "trigger_filter", "version"]) }
    set { set(["trigger", "trigger_filter", "version"], newValue) }
  }

  /// The filter of the workflow. Constant Contact does not document the values.
  public var workflowFilter: String? {
    get { value(["trigger", "workflow_filter"]) }
    set { set(["trigger", "workflow_filter"], newValue) }
  }

  /// The steps with their settings.
  public var workflow: AutomationWorkflow? {
    get { value(["workflow", "workflow_def"]) }
    set { set(["workflow", "workflow_def"], newValue) }
  }

  /// The steps.
  public var tasks: [AutomationTask] { workflow?.tasks ?? [] }

  /// The status of the workflow, such as `SCHEDULED`.
  public var workflowStatus: String? { workflow?.status }

  /// The maximum duration for a contact.
  public var timeout: AutomationTask.Timeout? { workflow?.timeout }

  /// The campaign whose emails the automation sends.
  public var campaignID: CampaignID? { workflow?.parameters?.campaignID ?? workflow?.correlation?.campaignID }

  /// The ID of the template.
  public var templateID: AutomationTemplateID? { workflow?.correlation?.templateID }

  /// The discount code in the emails.
  public var discountCode: String? { workflow?.parameters?.discountCode }

  private func value<Value: Decodable>(_ path: [String]) -> Value? {
    let part = path.reduce(json as RawJSON?) { $0?[$1] }
    return try? part?.decoded()
  }

  /// Sets a part of the JSON, whose other parts stay as they are; `nil` removes it.
  private mutating func set(_ path: [String], _ value: (some Encodable)?) {
    // Only a number that is not finite is no JSON; its name is refused by the API and not lost here.
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    let part: RawJSON? = value.flatMap { try? JSONCoding.decode(encoder.encode($0)) }
    guard value == nil || part != nil else { return }
    json = json.setting(path[...], to: part) ?? json
  }
}

extension RawJSON {
  /// The value with another member at a path of names, or without it.
  fileprivate func setting(_ path: ArraySlice<String>, to part: RawJSON?) -> RawJSON? {
    guard let name = path.first else { return part }
    if part == nil && self[name] == nil { return self }
    var members: [String: RawJSON] = if case .object(let members) = self { members } else { [:] }
    members[name] = (members[name] ?? .object([:])).setting(path.dropFirst(), to: part)
    return .object(members)
  }

  /// The value without the members of objects that are null, at any depth.
  var withoutNulls: RawJSON {
    switch self {
    case .object(let members): .object(members.filter { $0.value != .null }.mapValues(\.withoutNulls))
    case .array(let elements): .array(elements.map(\.withoutNulls))
    default: self
    }
  }
}
