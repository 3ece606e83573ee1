public import ConstantContactCore

/// The ID of a template of automations.
public struct AutomationTemplateID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
