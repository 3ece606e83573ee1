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
      try await client.automations.create(name: "Welcome", trigger: trigger)
    },
    Step(.automationsReplace) { client in
      var draft = AutomationDraft()
      draft.name = "Welcome"
      draft.isNameExplicit = true
      draft.description = "Says hello"
      draft.status = "DRAFT"
      draft.tags = [
        AutomationTag {
          $0.key = "GOAL"
          $0.value = "goal_undefined"
          $0.displayValue = "All paths"
        }
      ]
      draft.activeDefinition = definition
      draft.draftDefinition = definition
      return try await client.automations.replace("1a2b3c4d-0000-11ee-8000-000000000051", with: draft)
    },
    Step(.automationsReplace) { client in
      try await client.automations.update("1a2b3c4d-0000-11ee-8000-000000000051") { $0.description = "Says hello" }
    },
  ]

  private static var trigger: AutomationTrigger {
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
    parameter.text = "1a2b3c4d-0000-11ee-8000-00000000000a"
    parameter.value = .object([:])
    parameter.rule = .object([:])
    trigger.parameters = [parameter]
    var bounds = AutomationTrigger.Bounds()
    bounds.after = "09:00"
    bounds.before = "17:00"
    trigger.bounds = bounds
    var date = AutomationTrigger.DateField()
    date.type = "BIRTHDAY"
    date.dateField = "record.anniversary"
    date.dayField = "birthday_day"
    date.monthField = "birthday_month"
    trigger.date = date
    return trigger
  }

  private static var definition: AutomationDefinition {
    var definition = AutomationDefinition()
    definition.state = "DRAFT"
    definition.trigger = trigger
    definition.triggerVersion = "1.0.0"
    definition.triggerFilter = AutomationRule { rule in
      rule.type = "COMPOUND"
      rule.compoundType = "AND"
      rule.target = "contact"
      rule.targetType = "person"
      rule.comparison = AutomationRule.Comparison {
        $0.type = "MAP"
        $0.propertyName = "custom_fields"
        $0.operatorName = "EQUALS"
        $0.argument = "MA"
        $0.arguments = ["MA", "ME"]
        $0.fieldValue = AutomationRule.Comparison.FieldValue {
          $0.fieldID = "1a2b3c4d-0000-11ee-8000-00000000000c"
          $0.value = "blue"
        }
      }
      rule.left = AutomationRule { $0.type = "left" }
      rule.right = AutomationRule { $0.type = "right" }
      rule.rule = AutomationRule { $0.type = "inner" }
    }
    definition.triggerFilterVersion = "1"
    definition.workflowFilter = "none"
    definition.workflow = AutomationWorkflow { workflow in
      workflow.parameters = AutomationWorkflow.Parameters {
        $0.automationID = "1a2b3c4d-0000-11ee-8000-000000000051"
        $0.automationName = "Welcome"
        $0.campaignID = "1a2b3c4d-0000-11ee-8000-000000000052"
        $0.discountCode = "SPRING"
      }
      workflow.correlation = AutomationWorkflow.Correlation {
        $0.automationID = "1a2b3c4d-0000-11ee-8000-000000000051"
        $0.templateID = "1a2b3c4d-0000-11ee-8000-000000000053"
        $0.campaignID = "1a2b3c4d-0000-11ee-8000-000000000052"
      }
      workflow.tasks = [task]
      workflow.status = "SCHEDULED"
      workflow.timeout = timeout
      workflow.metadata = .object([:])
      workflow.isUpgradable = false
    }
    return definition
  }

  private static var timeout: AutomationTask.Timeout {
    AutomationTask.Timeout {
      $0.amount = 10
      $0.unit = "HOURS"
    }
  }

  private static var task: AutomationTask {
    AutomationTask { task in
      task.id = "79bydf92"
      task.name = "Send"
      task.kind = "SEND_EMAIL"
      task.input = ["any_name": "text"]
      task.output = .object([:])
      task.childTasks = [AutomationTask { $0.id = "child" }]
      task.then = [AutomationTask { $0.id = "then" }]
      task.otherwise = [AutomationTask { $0.id = "else" }]
      task.condition = .object([:])
      task.eventCondition = "event"
      task.skipCondition = "skip"
      task.timeout = timeout
      task.retryOptions = AutomationTask.RetryOptions {
        $0.backoffCoefficient = 2
        $0.initialInterval = 30
        $0.maximumAttempts = 5
      }
      task.metadata = AutomationTask.Metadata {
        $0.action = "send"
        $0.isFromScratch = true
        $0.kind = "note"
        $0.list = "list"
      }
      task.correlation = AutomationTask.Correlation { $0.campaignActivityID = "1a2b3c4d-0000-11ee-8000-000000000054" }
      task.script = "run"
      task.queueName = "queue"
      task.providerKey = "key"
    }
  }
}
