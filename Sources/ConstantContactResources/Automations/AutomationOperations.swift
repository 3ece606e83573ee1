internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /automations/workflows`
  public static let automationsList = OperationDescriptor(
    "automations.list", .get, "/automations/workflows", scope: .campaignData, privilege: .automationsRead,
    success: [209], replay: .idempotent
  )
  .returning(.collection)
  /// `POST /automations/workflows`
  public static let automationsCreate = OperationDescriptor(
    "automations.create", .post, "/automations/workflows", scope: .campaignData, privilege: .automationsCreate,
    success: [201], replay: .onlyIfNotSent
  )
  .checked(by: "AutomationsAPI/list(_:limit:)", "lists the automation if it was created")
  .returning(.object("id"))
  /// `GET /automations/workflows/{automation_flow_id}`
  public static let automationsGet = OperationDescriptor(
    "automations.get", .get, "/automations/workflows/{automation_flow_id}", scope: .campaignData,
    privilege: .automationsRead, replay: .idempotent
  )
  .returning(.object("id"))
  /// `PUT /automations/workflows/{automation_flow_id}`
  public static let automationsReplace = OperationDescriptor(
    "automations.replace", .put, "/automations/workflows/{automation_flow_id}", scope: .campaignData,
    privilege: .automationsUpdate, replay: .idempotent
  )
  .returning(.object("id"))
}
