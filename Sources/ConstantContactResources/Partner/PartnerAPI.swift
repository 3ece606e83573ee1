public import ConstantContactCore
public import ConstantContactTransport

/// A partner's accounts: create, plan, cancel, act in their name. Webhooks: ``webhooks()`` and its neighbours.
///
/// A partner has a token of its own (``PartnerTokenProvider``), and every call carries the partner's API key as well. See the vendor's
/// pages under "Partners".
public struct PartnerAPI: Sendable {
  package private(set) var pipeline: CallPipeline
  let apiKey: String

  package init(pipeline: CallPipeline, apiKey: String) {
    self.pipeline = pipeline
    self.apiKey = apiKey
  }

  package func with(_ options: CallOptions) -> PartnerAPI {
    var api = self
    api.pipeline.options = options
    return api
  }

  /// Which accounts to list.
  public enum Management: String, Sendable, Hashable {
    /// All.
    case all
    /// Those the partner manages.
    case managed
    /// Those that manage themselves.
    case unmanaged
  }

  /// Lists the partner's accounts.
  ///
  /// - Parameters:
  ///   - management: Which ones; all by default.
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 10 to 50; 50 by default.
  ///   - cursor: Where to go on from.
  public func accounts(
    _ management: Management = .all,
    limit: Int? = nil,
    pageSize: Int = 50,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<PartnerAccount> {
    let descriptor = OperationDescriptor.partnerAccounts
    return PagedSequence(operation: descriptor.name, limit: limit, start: cursor) { cursor in
      try InputCheck(descriptor.name).range("pageSize", pageSize, 10...50)
      let offset = cursor.flatMap { Int($0.link) } ?? 0
      let decode: @Sendable (TransportResponse) throws -> PagedSequence<PartnerAccount>.Page = { response in
        let keys = PageKeys(items: "site_owner_list", total: nil)
        let page = try PageBody<PartnerAccount>.decode(response.body, keys: keys).page
        let count = page.elements.count + page.undecodable.count
        // Where there is no link, a full page may have another behind it.
        let next = page.next ?? (count >= pageSize ? PageCursor(link: String(offset + count)) : nil)
        return PagedSequence.Page(elements: page.elements, undecodable: page.undecodable, next: next)
      }
      if let cursor, Int(cursor.link) == nil {
        return try await send(APIOperation(descriptor, following: cursor, decode: decode))
      }
      var query = QueryItems()
      query.add("offset", offset)
      query.add("limit", pageSize)
      query.add("account_type", management.rawValue)
      return try await send(APIOperation(descriptor, query: query.items, decode: decode))
    }
  }

  /// Creates an account for a customer.
  ///
  /// - Throws: ``ConstantContactError`` with code `server` and status 503 when the service has taken the request and works it off
  ///   later: **do not send it again**; with code `conflict` when the user name is taken.
  public func provision(_ account: AccountProvision) async throws -> ProvisionedAccount {
    try account.check(OperationDescriptor.partnerProvision.name)
    do {
      return try await send(.json(.partnerProvision, body: JSONCoding.body(account)))
    } catch let error as ConstantContactError where error.status == 503 {
      throw ConstantContactError(
        .server, "the service has taken the request and works it off later: do not send it again",
        operation: error.operation, status: error.status, faults: error.faults, requestIDs: error.requestIDs,
        effect: .done)
    }
  }

  /// What an account pays for.
  public func plan(of id: PartnerAccountID) async throws -> PartnerPlan {
    try await send(.json(.partnerPlan, path: [id.rawValue]))
  }

  /// Sets what an account pays for.
  ///
  /// - Parameters:
  ///   - id: The account.
  ///   - plan: The plan. There is no way back to a trial.
  ///   - groupID: The group of plans.
  ///   - billingDay: On which day of the month it is billed, 1 to 31.
  @discardableResult
  public func setPlan(
    of id: PartnerAccountID,
    to plan: PartnerPlan.Kind,
    groupID: Int? = nil,
    billingDay: Int? = nil
  ) async throws -> PartnerPlan {
    let check = InputCheck(OperationDescriptor.partnerSetPlan.name)
    try check.require(plan != .trial, "plan_type is TRIAL, to which there is no way back")
    try check.range("billing_day_of_month", billingDay, 1...31)
    var body: [String: JSONValue] = ["plan_type": .string(plan.rawValue)]
    body["plan_group_id"] = groupID.map { .integer(Int64($0)) }
    body["billing_day_of_month"] = billingDay.map { .integer(Int64($0)) }
    return try await send(.json(.partnerSetPlan, path: [id.rawValue], body: JSONCoding.body(body)))
  }

  /// Cancels an account.
  @discardableResult
  public func cancel(_ id: PartnerAccountID, _ cancellation: AccountCancellation) async throws -> AccountCancellation {
    try await send(.json(.partnerCancel, path: [id.rawValue], body: JSONCoding.body(cancellation)))
  }

  /// Makes an operation of the API in the name of an account.
  ///
  /// - Returns: What the operation answered, whatever it is.
  /// - Throws: ``ConstantContactError``; its code is `notFound` for an account that is not there as well as for a 404 of the operation
  ///   itself: the service does not tell them apart.
  public func proxy(_ operation: ProxiedOperation, for id: PartnerAccountID) async throws -> TransportResponse {
    let body = try JSONCoding.body(operation)
    return try await send(APIOperation(.partnerProxy, path: [id.rawValue], body: body) { $0 })
  }

  /// Adds a user who signs on to an account by way of a provider.
  public func addUser(_ user: SSOUser, to id: PartnerAccountID) async throws {
    try user.check(OperationDescriptor.partnerAddUser.name)
    try await send(.empty(.partnerAddUser, path: [id.rawValue], body: JSONCoding.body(user)))
  }

  /// Opts people out of an account.
  ///
  /// - Returns: How many were opted out.
  @discardableResult
  public func unsubscribe(_ people: PartnerUnsubscription, from id: PartnerAccountID) async throws -> Int {
    try people.check(OperationDescriptor.partnerUnsubscribe.name)
    let answer: UnsubscribedCount = try await send(
      .json(.partnerUnsubscribe, path: [id.rawValue], body: JSONCoding.body(people)))
    return answer.count
  }

  func send<Response>(_ operation: APIOperation<Response>) async throws -> Response {
    var operation = operation
    operation.headers["x-api-key"] = apiKey
    return try await pipeline.send(operation)
  }
}

extension PartnerAPI: Redacting {
  /// Nothing of the key.
  public var description: String { "PartnerAPI" }
}

private struct UnsubscribedCount: Decodable {
  let count: Int

  init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: TextKey.self)
    count = container[TextKey("unsubscribed_count")] ?? 0
  }
}
