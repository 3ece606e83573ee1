public import ConstantContactCore

/// One version of an automation, as the service keeps it: a tree of steps, whose parts the vendor does not describe.
///
/// It is held as JSON, so that it can be written back without losing anything; what is known of it can be read.
public struct AutomationDefinition: Sendable, Hashable, Codable {
  /// All of it.
  public var json: JSONValue

  /// Takes JSON as it is.
  public init(json: JSONValue) { self.json = json }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws { json = try JSONValue(from: decoder) }

  /// Encodes it as it is, without the members that are null: the contract does not take them back.
  public func encode(to encoder: any Encoder) throws { try Self.withoutNulls(json).encode(to: encoder) }

  private static func withoutNulls(_ json: JSONValue) -> JSONValue {
    switch json {
    case .object(let members): .object(members.filter { $0.value != .null }.mapValues(withoutNulls))
    case .array(let elements): .array(elements.map(withoutNulls))
    default: json
    }
  }

  /// How the version stands; an open set.
  public var state: String? { json["state"]?.text }

  /// What starts it.
  public var trigger: AutomationTrigger? { try? json["trigger"]?["trigger_def"]?.decoded() }

  /// Whom it is for, as JSON: rules that hold rules.
  public var triggerFilter: JSONValue? { json["trigger"]?["trigger_filter"] }

  /// What it does, as JSON: tasks that hold tasks.
  public var tasks: [JSONValue] {
    if case .array(let tasks) = json["workflow"]?["workflow_def"]?["tasks"] { tasks } else { [] }
  }
}
