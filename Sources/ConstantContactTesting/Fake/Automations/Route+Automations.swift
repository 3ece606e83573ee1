extension Route {
  static let automations: [Route] = [
    Route("GET", "/automations/workflows", scope: "campaign_data", privilege: "customer-journey:read") {
      fake, call, _ in try fake.listAutomations(call)
    },
    Route("POST", "/automations/workflows", scope: "campaign_data", privilege: "customer-journey:create") {
      fake, call, _ in try fake.createAutomation(call)
    },
    Route(
      "GET", "/automations/workflows/{automation_flow_id}", scope: "campaign_data", privilege: "customer-journey:read"
    ) { fake, call, ids in try fake.getAutomation(call, id: ids[0]) },
    Route(
      "PUT", "/automations/workflows/{automation_flow_id}", scope: "campaign_data",
      privilege: "customer-journey:update"
    ) { fake, call, ids in try fake.replaceAutomation(call, id: ids[0]) },
  ]
}
