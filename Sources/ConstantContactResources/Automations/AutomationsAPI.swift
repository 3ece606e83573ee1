public import ConstantContactCore

/// Automations: list, get, create, update, replace.
///
/// The contract describes them, the guide does not. Every operation needs the scope `campaign_data` and one of the
/// privileges `customer-journey:read`, `customer-journey:create` and `customer-journey:update`.
///
/// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
public struct AutomationsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists automations, without their definitions. The API sends all of them in one page.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - filter: The automations to list; all by default.
  ///   - limit: The maximum number of automations to deliver; all by default.
  public func list(
    _ filter: AutomationFilter = AutomationFilter(),
    limit: Int? = nil
  ) -> PagedSequence<AutomationSummary> {
    pipeline.pages(.automationsList, .member("flow_summaries"), limit: limit) { filter.query.items }
  }

  /// Returns an automation with its definitions.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when the automation does not exist.
  public func get(_ id: AutomationID) async throws -> Automation {
    try await pipeline.send(.json(.automationsGet, path: [id.rawValue]))
  }

  /// Creates an automation without steps.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - name: The name; the API generates one when it is `nil`.
  ///   - trigger: The trigger.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when the name is empty.
  public func create(name: String? = nil, trigger: AutomationTrigger) async throws -> Automation {
    try InputCheck(OperationDescriptor.automationsCreate.name).require(
      name?.isEmpty != true, "workflowName", "is empty")
    var query = QueryItems()
    query.add("workflowName", name)
    let body = try JSONCoding.body(trigger)
    return try await pipeline.send(.json(.automationsCreate, query: query.items, body: body))
  }

  /// Updates an automation: reads it, lets the closure change it, and writes it back with all its fields, unknown ones
  /// included. Nothing is written when the closure changes nothing.
  ///
  /// ```swift
  /// try await client.automations.update("d8b9e5d4-0000-4000-8000-000000000003") { $0.description = "Welcomes new subscribers" }
  /// ```
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when a value could not be read and would be lost.
  ///   Errors of the closure are rethrown.
  @discardableResult
  public func update(_ id: AutomationID, _ change: (inout AutomationDraft) throws -> Void) async throws -> Automation {
    try await pipeline.update(.automationsReplace, of: "automation") {
      try await get(id)
    } draft: { current in
      AutomationDraft(current)
    } change: { draft in
      try change(&draft)
    } write: { _, _, draft in
      try await put(id, draft)
    }
  }

  /// Replaces an automation: **the fields that the draft does not have are emptied**, and changes made since it was read
  /// are overwritten.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - id: The automation.
  ///   - draft: The new values. Its own ID is ignored.
  @discardableResult
  public func replace(_ id: AutomationID, with draft: AutomationDraft) async throws -> Automation {
    var draft = draft
    draft.id = id
    return try await put(id, draft)
  }

  private func put(_ id: AutomationID, _ draft: AutomationDraft) async throws -> Automation {
    let body = try JSONCoding.body(["automation_flow": draft.body()])
    return try await pipeline.send(.json(.automationsReplace, path: [id.rawValue], body: body))
  }
}
