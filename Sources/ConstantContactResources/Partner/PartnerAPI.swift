public import ConstantContactCore
public import ConstantContactTransport

/// The accounts of a partner: list, create, plan, cancel, call on their behalf. For webhooks see ``webhooks(limit:)``.
///
/// A partner has its own token (``PartnerTokenProvider``), and every request carries the partner's API key as well.
///
/// See [Technology Partner overview](https://developer.constantcontact.com/api_guide/partners_overview.html).
public struct PartnerAPI: Sendable {
  package let pipeline: CallPipeline

  /// - Parameter pipeline: A pipeline whose credentials include the partner's API key.
  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// The accounts to list.
  public struct Management: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All accounts.
    public static let all: Management = "all"
    /// Accounts that the partner manages.
    public static let managed: Management = "managed"
    /// Accounts that manage themselves.
    public static let unmanaged: Management = "unmanaged"
  }

  /// Lists the partner's accounts.
  ///
  /// See [Get all partner client accounts](https://developer.constantcontact.com/api_guide/partners_accts_get.html).
  ///
  /// - Parameters:
  ///   - management: The accounts to list; all by default.
  ///   - limit: The maximum number of accounts to deliver; all by default.
  ///   - pageSize: The number of accounts per request, 10 to 50; 50 by default.
  ///   - cursor: Where to continue.
  public func accounts(
    _ management: Management = .all,
    limit: Int? = nil,
    pageSize: Int = 50,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<PartnerAccount> {
    pipeline.pages(
      .partnerAccounts, .member("site_owner_list", next: .offset(parameter: "offset")), limit: limit,
      pageSize: PageSize(pageSize, 10...50), from: cursor
    ) { [("account_type", management.rawValue)] }
  }

  /// Creates an account for a customer.
  ///
  /// See [Create a new partner client account](https://developer.constantcontact.com/api_guide/partners_accts_create.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `server` and status 503 when the API has accepted the request and creates
  ///   the account later: **do not send it again**; `conflict` when the user name is taken; `invalidInput` when a value
  ///   is missing or exceeds its limit.
  public func provision(_ account: AccountProvision) async throws -> ProvisionedAccount {
    try account.check(OperationDescriptor.partnerProvision.name)
    do {
      return try await pipeline.send(.json(.partnerProvision, body: JSONCoding.body(account)))
    } catch let error as ConstantContactError where error.status == 503 {
      throw error.with(
        message: "The API has accepted the request and creates the account later; do not send it again.", effect: .done)
    }
  }

  /// Returns the plan of an account.
  ///
  /// See [Get billing plan details](https://developer.constantcontact.com/api_guide/partners_plans_get.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when the account does not exist.
  public func plan(of id: AccountID) async throws -> PartnerPlan {
    try await pipeline.send(.json(.partnerPlan, path: [id.rawValue]))
  }

  /// Sets the plan of an account.
  ///
  /// See [Update the billing plan](https://developer.constantcontact.com/api_guide/partners_plans_update.html).
  ///
  /// - Parameters:
  ///   - id: The account.
  ///   - plan: The plan. An account cannot go back to a trial.
  ///   - groupID: The group of plans.
  ///   - billingDay: The day of the month on which the account is billed, 1 to 31.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when the plan is a trial or the day out of range.
  @discardableResult
  public func setPlan(
    of id: AccountID,
    to plan: PartnerPlan.Kind,
    groupID: Int? = nil,
    billingDay: Int? = nil
  ) async throws -> PartnerPlan {
    let check = InputCheck(OperationDescriptor.partnerSetPlan.name)
    try check.require(plan != .trial, "plan_type", "is `TRIAL`, and an account cannot go back to a trial")
    try check.range("billing_day_of_month", billingDay, 1...31)
    var body: [String: RawJSON] = ["plan_type": .string(plan.rawValue)]
    body["plan_group_id"] = groupID.map { .integer(Int64($0)) }
    body["billing_day_of_month"] = billingDay.map { .integer(Int64($0)) }
    return try await pipeline.send(.json(.partnerSetPlan, path: [id.rawValue], body: JSONCoding.body(body)))
  }

  /// Cancels an account.
  ///
  /// See [Cancel the billing plan](https://developer.constantcontact.com/api_guide/partners_plans_cancel.html).
  ///
  /// - Parameters:
  ///   - id: The account.
  ///   - cancellation: The reason and the effective date.
  @discardableResult
  public func cancel(_ id: AccountID, _ cancellation: AccountCancellation) async throws -> AccountCancellation {
    try await pipeline.send(.json(.partnerCancel, path: [id.rawValue], body: JSONCoding.body(cancellation)))
  }

  /// Calls an operation of the API on behalf of an account.
  ///
  /// See [Technology Partner overview](https://developer.constantcontact.com/api_guide/partners_overview.html).
  ///
  /// - Returns: The response of the operation.
  /// - Throws: ``ConstantContactError``. Its code is `notFound` for an unknown account as well as for a 404 of the operation
  ///   itself: the API does not distinguish them.
  public func proxy(_ operation: ProxiedOperation, for id: AccountID) async throws -> TransportResponse {
    let body = try JSONCoding.body(ProxiedOperationBody(operation))
    return try await pipeline.send(APIOperation(.partnerProxy, path: [id.rawValue], body: body) { $0 })
  }

  /// Adds a user who signs in to an account through an identity provider.
  ///
  /// See [Configuring SSO](https://developer.constantcontact.com/api_guide/partner_sso_config.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a value is empty or exceeds its limit.
  public func addUser(_ user: SSOUser, to id: AccountID) async throws {
    try user.check(OperationDescriptor.partnerAddUser.name)
    try await pipeline.send(.empty(.partnerAddUser, path: [id.rawValue], body: JSONCoding.body(user)))
  }

  /// Opts contacts of an account out.
  ///
  /// See [Technology Partner overview](https://developer.constantcontact.com/api_guide/partners_overview.html).
  ///
  /// - Returns: The number of contacts that were opted out.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when there are no addresses or too many.
  @discardableResult
  public func unsubscribe(_ contacts: PartnerUnsubscription, from id: AccountID) async throws -> Int {
    try contacts.check(OperationDescriptor.partnerUnsubscribe.name)
    let response: UnsubscribedCount = try await pipeline.send(
      .json(.partnerUnsubscribe, path: [id.rawValue], body: JSONCoding.body(contacts)))
    guard let count = response.count else {
      throw ConstantContactError(
        .unreadableResponse, "The contacts were opted out, but `unsubscribed_count` could not be read.",
        operation: OperationDescriptor.partnerUnsubscribe.name, effect: .done)
    }
    return count
  }
}

extension PartnerAPI: Redacting {
  /// The name of the type, without the API key.
  public var description: String { "PartnerAPI" }
}

private struct UnsubscribedCount: APIModel {
  var count: Int?
  var additionalFields = AdditionalFields()

  mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("unsubscribed_count", &count)
  }
}
