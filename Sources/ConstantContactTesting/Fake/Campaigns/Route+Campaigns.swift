extension Route {
  static let campaigns: [Route] = [
    campaign("GET", "", "read") { fake, call, _ in try fake.listCampaigns(call) },
    campaign("POST", "", "write") { fake, call, _ in try fake.createCampaign(call) },
    campaign("GET", "/campaign_id_xrefs", "read") { fake, call, _ in try fake.getCampaignReferences(call) },
    campaign("GET", "/{campaign_id}", "read") { fake, call, ids in try fake.getCampaign(call, id: ids[0]) },
    campaign("PATCH", "/{campaign_id}", "write") { fake, call, ids in try fake.renameCampaign(call, id: ids[0]) },
    campaign("DELETE", "/{campaign_id}", "delete") { fake, call, ids in try fake.deleteCampaign(call, id: ids[0]) },
    activity("GET", "", "read") { fake, call, ids in try fake.getCampaignActivity(call, id: ids[0]) },
    activity("PUT", "", "write") { fake, call, ids in try fake.replaceCampaignActivity(call, id: ids[0]) },
    activity("GET", "/schedules", "read") { fake, call, ids in try fake.listSchedules(call, id: ids[0]) },
    activity("POST", "/schedules", "send") { fake, call, ids in try fake.scheduleCampaign(call, id: ids[0]) },
    activity("DELETE", "/schedules", "send") { fake, call, ids in try fake.unscheduleCampaign(call, id: ids[0]) },
    activity("POST", "/tests", "send") { fake, call, ids in try fake.sendTestEmail(call, id: ids[0]) },
    activity("GET", "/previews", "read") { fake, call, ids in try fake.previewCampaign(call, id: ids[0]) },
    activity("GET", "/send_history", "read") { fake, call, ids in try fake.listSends(call, id: ids[0]) },
    activity("GET", "/non_opener_resends", "read") { fake, call, ids in try fake.listResends(call, id: ids[0]) },
    activity("POST", "/non_opener_resends", "send") { fake, call, ids in try fake.createResend(call, id: ids[0]) },
    activity("DELETE", "/non_opener_resends/{resend_request_id}", "send") { fake, call, ids in
      try fake.deleteResend(call, id: ids[0], request: ids[1])
    },
    activity("GET", "/abtest", "read") { fake, call, ids in try fake.getABTest(call, id: ids[0]) },
    activity("POST", "/abtest", "write") { fake, call, ids in try fake.createABTest(call, id: ids[0]) },
    activity("DELETE", "/abtest", "write") { fake, call, ids in try fake.deleteABTest(call, id: ids[0]) },
  ]

  private static func campaign(
    _ method: String, _ rest: String, _ privilege: String, handler: @escaping Handler
  ) -> Route {
    Route(method, "/emails" + rest, scope: "campaign_data", privilege: "campaign:" + privilege, handler: handler)
  }

  private static func activity(
    _ method: String, _ rest: String, _ privilege: String, handler: @escaping Handler
  ) -> Route {
    campaign(method, "/activities/{campaign_activity_id}" + rest, privilege, handler: handler)
  }
}
