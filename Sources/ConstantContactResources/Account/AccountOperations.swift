internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /account/user/privileges`. Any token is sufficient.
  public static let accountPrivileges = OperationDescriptor(
    "account.privileges", .get, "/account/user/privileges", scope: nil, privilege: nil, replay: .idempotent
  )
  .returning(.array)
  /// `GET /account/summary`
  public static let accountSummary = account("summary", .get, "/account/summary")
    .returning(.object("encoded_account_id"))
  /// `PUT /account/summary`
  public static let accountUpdateSummary = account("updateSummary", .put, "/account/summary")
    .returning(.object("encoded_account_id"))
  /// `GET /account/summary/physical_address`
  public static let accountPhysicalAddress = account("physicalAddress", .get, "/account/summary/physical_address")
    .returning(.object("country_code"))
  /// `POST /account/summary/physical_address`
  public static let accountCreatePhysicalAddress = account(
    "createPhysicalAddress", .post, "/account/summary/physical_address", success: [201], replay: .onlyIfNotSent
  )
  .checked(by: "AccountAPI/physicalAddress()", "returns the address if it was created")
  .returning(.object("country_code"))
  /// `PUT /account/summary/physical_address`
  public static let accountReplacePhysicalAddress = account(
    "replacePhysicalAddress", .put, "/account/summary/physical_address"
  )
  .returning(.object("country_code"))
  /// `GET /account/emails`
  public static let accountEmails = account("emails", .get, "/account/emails")
    .returning(.array)
  /// `POST /account/emails`
  public static let accountAddEmail = account(
    "addEmail", .post, "/account/emails", success: [201], replay: .onlyIfNotSent
  )
  .checked(
    by: "AccountAPI/emails(_:limit:)", "lists the address if it was added; a second call may send a second confirmation"
  )
  .returning(.object("email_address"))

  private static func account(
    _ name: String,
    _ method: TransportMethod,
    _ path: String,
    success: [TransportStatus] = [200],
    replay: ReplayRule = .idempotent
  ) -> OperationDescriptor {
    let reads = method == .get
    return OperationDescriptor(
      "account.\(name)", method, path, scope: reads ? .accountRead : .accountUpdate,
      privilege: reads ? .accountRead : .accountUpdate, success: success, replay: replay)
  }
}
