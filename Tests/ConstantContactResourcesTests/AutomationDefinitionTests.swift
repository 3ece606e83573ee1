import ConstantContactKit
import Foundation
import Testing

@Suite struct AutomationDefinitionTests {
  private func definition(_ text: String) throws -> AutomationDefinition { try JSONCoding.decode(Data(text.utf8)) }

  private let task =
    #"""
    {"id":"t1","name":"Branch","kind":"SWITCH","input":{"in":"put"},"output":{"out":7},
     "child_tasks":[{"id":"child"}],"then":[{"id":"yes","then":[{"id":"deep"}]}],"else":[{"id":"no"}],
     "json_condition":{"if":"so"},"event_condition":"event","task_skip_condition":"skip",
     "timeout":{"amount":1.5,"time_unit":"HOURS"},
     "retry_options":{"backoff_coefficient":2,"initial_interval":30,"maximum_attempts":5},
     "metadata":{"action":"act","create_from_scratch":true,"kind":"note","list":"l1"},
     "correlation_metadata":{"campaign_activity_id":"ca1"},
     "script":"run","queue_name":"queue","task_provider_reference_key":"key"}
    """#

  @Test func stepReadsEveryDocumentedField() throws {
    let definition = try definition(#"{"workflow":{"workflow_def":{"tasks":[\#(task)]}}}"#)
    let step = try #require(definition.tasks.first)
    let sample: RawJSON = try JSONCoding.decode(Data(task.utf8))
    #expect(Leaves.of(sample).subtracting(Leaves.of(step)).isEmpty)
    #expect(step.then?.first?.then?.first?.id == "deep")
    #expect(step.otherwise?.map(\.id) == ["no"])
    #expect(step.childTasks?.map(\.id) == ["child"])
    #expect(step.eventCondition == "event")
    #expect(step.skipCondition == "skip")
    #expect(step.retryOptions?.backoffCoefficient == 2)
    #expect(step.retryOptions?.initialInterval == 30)
    #expect(step.retryOptions?.maximumAttempts == 5)
    #expect(step.kind == "SWITCH")
    #expect(step.metadata?.kind == "note")
    #expect(step.campaignActivityID == "ca1")
    #expect(step.queueName == "queue")
    #expect(step.providerKey == "key")
  }

  @Test func workflowReadsItsCampaignAndTemplate() throws {
    let definition = try definition(
      #"""
      {"workflow":{"workflow_def":{
        "status":"SCHEDULED","timeout":{"amount":3,"time_unit":"DAYS"},
        "parameters":{"campaign_id":"c1","discount_code":"SPRING"},
        "correlation_metadata":{"campaign_id":"c2","automation_template_id":"tpl"}}}}
      """#)
    #expect(definition.workflowStatus == "SCHEDULED")
    #expect(definition.timeout?.unit == "DAYS")
    #expect(definition.campaignID == "c1")
    #expect(definition.discountCode == "SPRING")
    #expect(definition.templateID == "tpl")
    #expect(definition.tasks.isEmpty)
    #expect(definition.triggerFilter == nil)
  }

  @Test func rulesAreNested() throws {
    let definition = try definition(
      #"""
      {"trigger":{"trigger_filter":{"version":"2","rule":{
        "type":"COMPOUND","compound_rule_type":"AND",
        "left":{"target":"contact","target_type":"person","rule":{"type":"inner"}},
        "right":{"property_comparison":{"type":"MAP","property_name":"custom_fields","operator":"EQUALS","argument":"MA",
          "array_argument":["a","b"],"string_map_argument":{"custom_field_Id":"cf","value":"v"}}}}}}}
      """#)
    let rule = try #require(definition.triggerFilter)
    #expect(rule.type == "COMPOUND")
    #expect(rule.compoundType == "AND")
    #expect(rule.left?.target == "contact")
    #expect(rule.left?.targetType == "person")
    #expect(rule.left?.rule?.type == "inner")
    let comparison = try #require(rule.right?.comparison)
    #expect(comparison.type == "MAP")
    #expect(comparison.propertyName == "custom_fields")
    #expect(comparison.operatorName == "EQUALS")
    #expect(comparison.argument == "MA")
    #expect(comparison.arguments == ["a", "b"])
    #expect(comparison.fieldValue?.fieldID == "cf")
    #expect(comparison.fieldValue?.value == "v")
  }

  @Test func unexpectedValuesHideNothingElse() throws {
    let definition = try definition(
      #"{"state":"DRAFT","trigger":7,"workflow":{"workflow_def":{"tasks":[8,{"id":"t1","then":"no","timeout":[]}]}}}"#)
    #expect(definition.state == "DRAFT")
    #expect(definition.trigger == nil)
    #expect(definition.tasks.map(\.id) == ["t1"])
  }

  @Test func settingAPartKeepsTheOthers() throws {
    var definition = try definition(
      #"""
      {"unknown":1,"trigger":{"trigger_def":{"type":"Action","odd":[1]},"other":2},
       "workflow":{"workflow_def":{"tasks":[{"id":"t1","odd":3},7],"status":"DRAFT"},"note":4}}
      """#)
    let before = definition
    definition.workflow = definition.workflow
    definition.trigger = definition.trigger
    definition.state = nil
    definition.triggerFilter = nil
    #expect(definition == before)
    definition.workflow?.tasks?[0].name = "Send"
    definition.trigger?.uniqueBy = "contact_id"
    definition.triggerVersion = "1.0.0"
    definition.triggerFilterVersion = "2"
    let expected = try self.definition(
      #"""
      {"unknown":1,"trigger":{"trigger_def":{"type":"Action","odd":[1],"unique_by":"contact_id"},"other":2,
        "trigger_version":"1.0.0","trigger_filter":{"version":"2"}},
       "workflow":{"workflow_def":{"tasks":[{"id":"t1","odd":3,"name":"Send"},7],"status":"DRAFT"},"note":4}}
      """#)
    #expect(definition == expected)
    definition.workflow = nil
    #expect(definition.json["workflow"] == .object(["note": .integer(4)]))
  }
}
