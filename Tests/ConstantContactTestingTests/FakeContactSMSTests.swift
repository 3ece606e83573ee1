import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// SMS channels, their consents and their history.
@Suite struct FakeContactSMSTests {
  @Test func historyHasARowForEachChangedConsent() async throws {
    let desk = await Desk(automatic: false)
    func body(_ source: String, _ permission: String, number: String = "17815551212") -> String {
      #"""
      {"\#(source)_source":"Contact","first_name":"Ann","sms_channel":{"full_sms_address":"\#(number)",
       "sms_channel_consents":[{"sms_consent_permission":"\#(permission)","consent_type":"promotional_sms"}]}}
      """#
    }
    let made = try await desk.call(.post, "/v3/contacts", body("create", "explicit"))
    let id = try #require(made.string("contact_id"))
    let channel = try #require(made.string("sms_channel.sms_channel_id"))
    let optIn = made.string("sms_channel.sms_channel_consents.0.opt_in_date")
    await desk.clock.advance(by: .seconds(60))
    let same = try await desk.call(.put, "/v3/contacts/\(id)", body("update", "explicit"))
    #expect(same.string("sms_channel.sms_channel_id") == channel)
    #expect(same.string("sms_channel.sms_channel_consents.0.opt_in_date") == optIn)
    for permission in ["opt_out", "explicit"] {
      await desk.clock.advance(by: .seconds(60))
      let changed = try await desk.call(.put, "/v3/contacts/\(id)", body("update", permission))
      #expect(changed.string("sms_channel.sms_channel_consents.0.sms_consent_permission") == permission)
    }
    let history = try await desk.call(.get, "/v3/contacts/sms_engagement_history/\(id)")
    let actions = (0..<3).map { history.string("\($0).history_details.consent_action_type") }
    #expect(history.count("") == 3 && actions == ["confirmed_opt_in", "opt_out", "re_opt_in"])
    #expect(history.string("0.sms_channel_history_id") != history.string("1.sms_channel_history_id"))
    let again = try await desk.call(.get, "/v3/contacts/sms_engagement_history/\(id)")
    #expect(again.body == history.body, "reading does not change the history")
    let moved = try await desk.call(.put, "/v3/contacts/\(id)", body("update", "explicit", number: "17815559999"))
    #expect(moved.string("sms_channel.sms_channel_id") != channel)
    let found = try await desk.call(.get, "/v3/contacts?sms_status=explicit")
    #expect(found.ids("contacts", "contact_id") == [id])
  }
}
