internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /partner/accounts`
  public static let partnerAccounts = partner("accounts", .get, "/partner/accounts")
    .returning(.collection)
  /// `POST /partner/accounts`
  public static let partnerProvision = partner(
    "provision", .post, "/partner/accounts", success: [201], replay: .onlyIfNotSent
  )
  .checked(
    by: "PartnerAPI/accounts(_:limit:pageSize:from:)",
    "lists the account if it was created; after a 503 the API creates it later"
  )
  .returning(.object("encoded_account_id"))
  /// `GET /partner/accounts/{encoded_account_id}/plan`
  public static let partnerPlan = partner("plan", .get, "/partner/accounts/{encoded_account_id}/plan")
    .returning(.object("plan_type"))
  /// `PUT /partner/accounts/{encoded_account_id}/plan`
  public static let partnerSetPlan = partner("setPlan", .put, "/partner/accounts/{encoded_account_id}/plan")
    .returning(.object("plan_type"))
  /// `PUT /partner/accounts/{encoded_account_id}/status/cancel`
  public static let partnerCancel = partner("cancel", .put, "/partner/accounts/{encoded_account_id}/status/cancel")
    .returning(.object())
  /// `POST /partner/accounts/{encoded_account_id}/account_operations/sync`
  public static let partnerProxy = partner(
    "proxy", .post, "/partner/accounts/{encoded_account_id}/account_operations/sync", replay: .onlyIfNotSent
  )
  .checked("what to check depends on the operation that was called on behalf of the account")
  .returning(.anything)
  /// `POST /partner/accounts/{encoded_account_id}/users/sso`
  public static let partnerAddUser = partner(
    "addUser", .post, "/partner/accounts/{encoded_account_id}/users/sso", success: [201], replay: .onlyIfNotSent
  )
  .checked("no method lists users; a second call is refused if the user was added")
  .returning(.nothing)
  /// `POST /partner/accounts/{encoded_account_id}/contacts/unsubscribe`
  public static let partnerUnsubscribe = partner(
    "unsubscribe", .post, "/partner/accounts/{encoded_account_id}/contacts/unsubscribe"
  )
  .returning(.object("unsubscribed_count"))
  /// `GET /partner/webhooks/subscriptions`
  public static let partnerWebhooks = partner("webhooks", .get, "/partner/webhooks/subscriptions")
    .returning(.array)
  /// `GET /partner/webhooks/subscriptions/{topic_id}`
  public static let partnerWebhook = partner("webhook", .get, "/partner/webhooks/subscriptions/{topic_id}")
    .returning(.object("topic_id"))
  /// `PUT /partner/webhooks/subscriptions/{topic_id}`
  public static let partnerSetWebhook = partner("setWebhook", .put, "/partner/webhooks/subscriptions/{topic_id}")
    .returning(.object("topic_id"))
  /// `DELETE /partner/webhooks/subscriptions/{topic_id}`
  public static let partnerDeleteWebhook = partner(
    "deleteWebhook", .delete, "/partner/webhooks/subscriptions/{topic_id}", success: [204]
  )
  .returning(.nothing)
  /// `POST /partner/webhooks/subscriptions/{topic_id}/tests`
  public static let partnerTestWebhook = partner(
    "testWebhook", .post, "/partner/webhooks/subscriptions/{topic_id}/tests", success: [201], replay: .onlyIfNotSent
  )
  .checked("the notification arrives if it was sent; a second one does no harm")
  .returning(.object("topic_id"))

  /// The scopes in a partner's token are not those of the operations, so none is checked before sending.
  private static func partner(
    _ name: String,
    _ method: TransportMethod,
    _ path: String,
    success: [TransportStatus] = [200],
    replay: ReplayRule = .idempotent
  ) -> OperationDescriptor {
    OperationDescriptor(
      "partner.\(name)", method, path, scope: nil, privilege: nil, success: success, replay: replay)
  }
}
