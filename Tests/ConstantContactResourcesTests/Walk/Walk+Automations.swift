import ConstantContactKit

extension Walk {
  static let automations: [Step] = [
    Step(.automationsList) { client in
      var filter = AutomationFilter(name: "Welcome")
      filter.channel = "EMAIL"
      filter.origin = .scratch
      filter.goals = "GROW"
      filter.isDescending = true
      return try await client.automations.list(filter).allPages()
    },
    Step(.automationsGet) { try await $0.automations.get("1a2b3c4d-0000-11ee-8000-000000000051") },
    Step(.automationsCreate) { client in
      var trigger = AutomationTrigger()
      trigger.type = "ACTION"
      trigger.actionName = "joined_list"
      trigger.segmentID = "14"
      trigger.engagementLevel = "SOMEWHAT"
      trigger.uniqueBy = "contact"
      var parameter = AutomationTrigger.Parameter()
      parameter.name = "list_id"
      parameter.type = "LIST"
      parameter.operatorName = "IN"
      parameter.texts = ["1a2b3c4d-0000-11ee-8000-00000000000a"]
      trigger.parameters = [parameter]
      var bounds = AutomationTrigger.Bounds()
      bounds.after = "09:00"
      bounds.before = "17:00"
      trigger.bounds = bounds
      var date = AutomationTrigger.DateField()
      date.type = "BIRTHDAY"
      date.dayField = "birthday_day"
      date.monthField = "birthday_month"
      trigger.date = date
      return try await client.automations.create(name: "Welcome", trigger: trigger)
    },
    Step(.automationsReplace) { client in
      try await client.automations.update("1a2b3c4d-0000-11ee-8000-000000000051") { $0.description = "Says hello" }
    },
  ]
}
