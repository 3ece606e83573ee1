internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /emails/activities/{campaign_activity_id}`
  public static let campaignActivitiesGet = campaignActivities("get", .get, "")
    .returning(.object("campaign_activity_id"))
  /// `PUT /emails/activities/{campaign_activity_id}`
  public static let campaignActivitiesReplace = campaignActivities("replace", .put, "", privilege: .campaignWrite)
    .returning(.object("campaign_activity_id"))
  /// `GET /emails/activities/{campaign_activity_id}/schedules`
  public static let campaignActivitiesSchedules = campaignActivities("schedules", .get, "/schedules")
    .returning(.array)
  /// `POST /emails/activities/{campaign_activity_id}/schedules`
  public static let campaignActivitiesSchedule = campaignActivities(
    "schedule", .post, "/schedules", privilege: .campaignSend, success: [201], replay: .onlyIfNotSent
  )
  .checked(by: "CampaignActivitiesAPI/schedules(of:limit:)", "lists the schedule if it was set")
  .returning(.array)
  /// `DELETE /emails/activities/{campaign_activity_id}/schedules`
  public static let campaignActivitiesUnschedule = campaignActivities(
    "unschedule", .delete, "/schedules", privilege: .campaignSend, success: [204]
  )
  .returning(.nothing)
  /// `POST /emails/activities/{campaign_activity_id}/tests`
  public static let campaignActivitiesSendTest = campaignActivities(
    "sendTest", .post, "/tests", privilege: .campaignSend, success: [204], replay: .onlyIfNotSent
  )
  .checked("only the recipients know; a second call sends the test again")
  .returning(.nothing)
  /// `GET /emails/activities/{campaign_activity_id}/previews`
  public static let campaignActivitiesPreview = campaignActivities("preview", .get, "/previews")
    .returning(.object("campaign_activity_id"))
  /// `GET /emails/activities/{campaign_activity_id}/send_history`
  public static let campaignActivitiesSendHistory = campaignActivities("sendHistory", .get, "/send_history")
    .returning(.array)
  /// `GET /emails/activities/{campaign_activity_id}/non_opener_resends`
  public static let campaignActivitiesResends = campaignActivities("resends", .get, "/non_opener_resends")
    .returning(.array)
  /// `POST /emails/activities/{campaign_activity_id}/non_opener_resends`
  public static let campaignActivitiesCreateResend = campaignActivities(
    "createResend", .post, "/non_opener_resends", privilege: .campaignSend, success: [201],
    replay: .onlyIfNotSent
  )
  .checked(by: "CampaignActivitiesAPI/resends(of:limit:)", "lists the resend if it was created")
  .returning(.object("resend_request_id"))
  /// `DELETE /emails/activities/{campaign_activity_id}/non_opener_resends/{resend_request_id}`
  public static let campaignActivitiesDeleteResend = campaignActivities(
    "deleteResend", .delete, "/non_opener_resends/{resend_request_id}", privilege: .campaignSend, success: [204]
  )
  .returning(.nothing)
  /// `GET /emails/activities/{campaign_activity_id}/abtest`
  public static let campaignActivitiesABTest = campaignActivities("abTest", .get, "/abtest")
    .returning(.object("alternative_subject"))
  /// `POST /emails/activities/{campaign_activity_id}/abtest`
  public static let campaignActivitiesCreateABTest = campaignActivities(
    "createABTest", .post, "/abtest", privilege: .campaignWrite, success: [201], replay: .onlyIfNotSent
  )
  .checked(by: "CampaignActivitiesAPI/abTest(of:)", "returns the A/B test if it was created")
  .returning(.object("alternative_subject"))
  /// `DELETE /emails/activities/{campaign_activity_id}/abtest`
  public static let campaignActivitiesDeleteABTest = campaignActivities(
    "deleteABTest", .delete, "/abtest", privilege: .campaignWrite, success: [204]
  )
  .returning(.nothing)

  private static func campaignActivities(
    _ name: String,
    _ method: TransportMethod,
    _ path: String,
    privilege: UserPrivilege = .campaignRead,
    success: [TransportStatus] = [200],
    replay: ReplayRule = .idempotent
  ) -> OperationDescriptor {
    OperationDescriptor(
      "campaignActivities.\(name)", method, "/emails/activities/{campaign_activity_id}" + path, scope: .campaignData,
      privilege: privilege, success: success, replay: replay)
  }
}
