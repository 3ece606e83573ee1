internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /emails/activities/{campaign_activity_id}`
  public static let campaignActivitiesGet = campaignActivities("get", .get, "")
  /// `PUT /emails/activities/{campaign_activity_id}`
  public static let campaignActivitiesReplace = campaignActivities("replace", .put, "", privilege: .campaignWrite)
  /// `GET /emails/activities/{campaign_activity_id}/schedules`
  public static let campaignActivitiesSchedules = campaignActivities("schedules", .get, "/schedules")
  /// `POST /emails/activities/{campaign_activity_id}/schedules`
  public static let campaignActivitiesSchedule = campaignActivities(
    "schedule", .post, "/schedules", privilege: .campaignSend, success: [201], replay: .onlyIfNotSent
  )
  .checked(by: "CampaignActivitiesAPI/schedules(of:limit:)", "lists the schedule if it was set")
  /// `DELETE /emails/activities/{campaign_activity_id}/schedules`
  public static let campaignActivitiesUnschedule = campaignActivities(
    "unschedule", .delete, "/schedules", privilege: .campaignSend, success: [204])
  /// `POST /emails/activities/{campaign_activity_id}/tests`
  public static let campaignActivitiesSendTest = campaignActivities(
    "sendTest", .post, "/tests", privilege: .campaignSend, success: [204], replay: .onlyIfNotSent
  )
  .checked("only the recipients know; a second call sends the test again")
  /// `GET /emails/activities/{campaign_activity_id}/previews`
  public static let campaignActivitiesPreview = campaignActivities("preview", .get, "/previews")
  /// `GET /emails/activities/{campaign_activity_id}/send_history`
  public static let campaignActivitiesSendHistory = campaignActivities("sendHistory", .get, "/send_history")
  /// `GET /emails/activities/{campaign_activity_id}/non_opener_resends`
  public static let campaignActivitiesResends = campaignActivities("resends", .get, "/non_opener_resends")
  /// `POST /emails/activities/{campaign_activity_id}/non_opener_resends`
  public static let campaignActivitiesCreateResend = campaignActivities(
    "createResend", .post, "/non_opener_resends", privilege: .campaignSend, success: [201],
    replay: .onlyIfNotSent
  )
  .checked(by: "CampaignActivitiesAPI/resends(of:limit:)", "lists the resend if it was created")
  /// `DELETE /emails/activities/{campaign_activity_id}/non_opener_resends/{resend_request_id}`
  public static let campaignActivitiesDeleteResend = campaignActivities(
    "deleteResend", .delete, "/non_opener_resends/{resend_request_id}", privilege: .campaignSend, success: [204])
  /// `GET /emails/activities/{campaign_activity_id}/abtest`
  public static let campaignActivitiesABTest = campaignActivities("abTest", .get, "/abtest")
  /// `POST /emails/activities/{campaign_activity_id}/abtest`
  public static let campaignActivitiesCreateABTest = campaignActivities(
    "createABTest", .post, "/abtest", privilege: .campaignWrite, success: [201], replay: .onlyIfNotSent
  )
  .checked(by: "CampaignActivitiesAPI/abTest(of:)", "returns the A/B test if it was created")
  /// `DELETE /emails/activities/{campaign_activity_id}/abtest`
  public static let campaignActivitiesDeleteABTest = campaignActivities(
    "deleteABTest", .delete, "/abtest", privilege: .campaignWrite, success: [204])

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
