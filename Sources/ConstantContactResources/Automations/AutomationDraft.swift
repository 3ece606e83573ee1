public import ConstantContactCore

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// An automation that an update changes, filled with the current values.
public struct AutomationDraft: APIModel {
  /// The name.
  public var name: String?
  /// Whether a user set the name.
  public var isNameExplicit: Bool?
  /// The description.
  public var description: String?
  /// The status.
  public var status: String?
  /// The tags.
  public var tags: [AutomationTag]?
  /// The active version.
  public var activeDefinition: AutomationDefinition?
  /// The draft version.
  public var draftDefinition: AutomationDefinition?
  /// The fields that the other properties do not hold. They are written back.
  public var additionalFields = AdditionalFields()

  var id: AutomationID = ""

  /// Creates a value without any fields.
  public init() {}

  /// Creates a draft with an automation's values.
  public init(_ automation: Automation) {
    id = automation.id
    name = automation.name
    isNameExplicit = automation.isNameExplicit
    description = automation.description
    status = automation.status
    tags = automation.tags
    activeDefinition = automation.activeDefinition
    draftDefinition = automation.draftDefinition
    additionalFields = automation.additionalFields
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("id", &id)
    mapper.map("name", &name)
    mapper.map("name_explicitly_set", &isNameExplicit)
    mapper.map("description", &description)
    mapper.map("status", &status)
    mapper.map("structured_tags", &tags)
    mapper.map("active_definition", &activeDefinition)
    mapper.map("draft_definition", &draftDefinition)
  }

  /// All fields, unknown ones included, as the request that writes the automation sends them.
  ///
  /// A request body would leave out the unknown fields, and the API would empty them.
  func body() throws -> RawJSON {
    let json: RawJSON = try JSONCoding.decode(JSONEncoder().encode(self))
    return json.withoutNulls
  }
}
