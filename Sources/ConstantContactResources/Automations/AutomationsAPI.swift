public import ConstantContactCore

/// Automations: workflows that something starts and that then send, wait and branch.
///
/// The vendor's contract has them; its guide does not say more. Every operation needs the scope `campaign_data` and one of the
/// privileges `customer-journey:read`, `:create`, `:update`.
public struct AutomationsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists automations, without what they do. The service sends all of them in one page.
  ///
  /// - Parameters:
  ///   - filter: Which ones.
  ///   - limit: How many to deliver at most; all by default.
  public func list(
    _ filter: AutomationFilter = AutomationFilter(),
    limit: Int? = nil
  ) -> PagedSequence<AutomationSummary> {
    pipeline.pages(.automationsList, .member("flow_summaries"), limit: limit) { filter.query.items }
  }

  /// Gets an automation with what it does.
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when there is none.
  public func get(_ id: AutomationID) async throws -> Automation {
    try await pipeline.send(.json(.automationsGet, path: [id.rawValue]))
  }

  /// Creates an automation that does nothing yet.
  ///
  /// - Parameters:
  ///   - name: What it is called; the service makes up a name by default.
  ///   - trigger: What starts it.
  public func create(name: String? = nil, trigger: AutomationTrigger) async throws -> Automation {
    try InputCheck(OperationDescriptor.automationsCreate.name).require(
      name?.isEmpty != true, "workflowName", "is empty")
    var query = QueryItems()
    query.add("workflowName", name)
    let body = try JSONCoding.body(trigger)
    return try await pipeline.send(.json(.automationsCreate, query: query.items, body: body))
  }

  /// Changes an automation: reads it, lets the closure change it, and writes it all back. Nothing is written when the closure
  /// changes nothing.
  ///
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when the automation has properties that could not be
  ///   read and would be lost.
  @discardableResult
  public func update(_ id: AutomationID, _ change: (inout AutomationDraft) throws -> Void) async throws -> Automation {
    let current = try await get(id)
    try requireReadable(current.unreadableFields, of: "automation", .automationsReplace)
    let before = AutomationDraft(current)
    var draft = before
    try change(&draft)
    if draft == before { return current }
    return try await put(id, draft)
  }

  /// Replaces an automation with a draft of it or of another, as it stands: what was changed in between is overwritten.
  @discardableResult
  public func replace(_ id: AutomationID, with draft: AutomationDraft) async throws -> Automation {
    var draft = draft
    draft.id = id
    return try await put(id, draft)
  }

  private func put(_ id: AutomationID, _ draft: AutomationDraft) async throws -> Automation {
    let body = try JSONCoding.body(["automation_flow": draft])
    return try await pipeline.send(.json(.automationsReplace, path: [id.rawValue], body: body))
  }
}
