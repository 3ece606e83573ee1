import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// A sign-up in the guide on testing.
@Suite struct FakeSignUpScenarioTests {
  @Test func signUpIsTagged() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "Newsletter")
    let tag = await desk.fake.add(tag: "From the fair")
    let made = try await desk.call(
      .post, "/v3/contacts/sign_up_form", #"{"email_address":"ann@example.com","list_memberships":["\#(list)"]}"#)
    let id = try #require(made.string("contact_id"))
    _ = try await desk.call(
      .post, "/v3/activities/contacts_taggings_add", #"{"source":{"contact_ids":["\#(id)"]},"tag_ids":["\#(tag)"]}"#)
    let ann = try #require(await desk.fake.contact(email: "ann@example.com"))
    #expect(ann.state == .explicit && ann.lists == [list] && ann.tags == [tag])
    #expect(await desk.fake.log.map(\.changedProperties).last == ["taggings", "update_source"])
  }
}
