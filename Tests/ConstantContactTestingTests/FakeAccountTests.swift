import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeAccountTests {
  private let scopes: Set<String> = ["account_read", "account_update", "contact_data"]

  @Test func privilegesAreThoseOfTheAPI() async throws {
    let desk = await Desk()
    let response = try await desk.call(.get, "/v3/account/user/privileges")
    let names = (response.value("") as? [[String: Any]] ?? []).compactMap { $0["privilege_name"] as? String }
    #expect(names.contains("ui:campaign:metrics") && names.contains("campaign:delete"))
    #expect(!names.contains("campaign:metrics:read"))
  }

  @Test func missingPrivilegeIsForbidden() async throws {
    let desk = await Desk { $0.privileges = ["contacts:read"] }
    #expect(try await desk.call(.get, "/v3/contacts").status == 200)
    let response = try await desk.call(.post, "/v3/contacts", #"{"create_source":"Account","first_name":"Ann"}"#)
    #expect(response.status == 403 && response.string("error_key") == "access_denied")
    #expect(try await desk.call(.get, "/v3/contact_lists").status == 403)
    #expect(await desk.fake.log.isEmpty)
  }

  @Test func operationsNameScopeAndPrivilege() {
    let operations = FakeConstantContact.operations
    #expect(Set(operations).count == operations.count && operations.count > 40)
    #expect(operations.allSatisfy { $0.path.hasPrefix("/") && !$0.path.hasPrefix("/v3") })
    let signUp = operations.first { $0.path == "/contacts/sign_up_form" }
    #expect(signUp?.scope == "contact_data" && signUp?.privilege == "contacts:write" && signUp?.method == "POST")
  }

  @Test func summaryIsUpdatedPartly() async throws {
    let desk = await Desk(scopes: scopes)
    let put = try await desk.call(.put, "/v3/account/summary", #"{"website":"https://example.org"}"#)
    #expect(put.status == 200 && put.string("website") == "https://example.org")
    #expect(put.string("organization_name") == "Sandbox, Inc.")
    let get = try await desk.call(.get, "/v3/account/summary?extra_fields=physical_address")
    #expect(get.string("website") == "https://example.org" && get.has("physical_address.city"))
    #expect(try await desk.call(.get, "/v3/account/summary?extra_fields=all").status == 400)
  }

  @Test func physicalAddressFollowsTheCountry() async throws {
    let desk = await Desk(scopes: scopes)
    let path = "/v3/account/summary/physical_address"
    let german = #"{"address_line1":"Hauptstr. 1","city":"Bonn","country_code":"DE","state_name":"NRW"}"#
    #expect(try await desk.call(.post, path, german).status == 409)
    #expect(try await desk.call(.put, path, german).status == 200)
    #expect(try await desk.call(.get, path).string("state_name") == "NRW")
    let american = #"{"address_line1":"1 Main St","city":"Waltham","country_code":"US"}"#
    #expect(try await desk.call(.put, path, american).status == 400)
  }

  @Test func accountEmailsAreFilteredAndAdded() async throws {
    let desk = await Desk(scopes: scopes)
    let path = "/v3/account/emails"
    #expect(try await desk.call(.post, path, #"{"email_address":"news@example.com"}"#).status == 201)
    #expect(try await desk.call(.post, path, #"{"email_address":"News@example.com"}"#).status == 409)
    #expect(try await desk.call(.get, path).count("") == 2)
    #expect(try await desk.call(.get, path + "?confirm_status=U").string("0.email_address") == "news@example.com")
    #expect(try await desk.call(.get, path + "?role_code=R").string("0.email_address") == "owner@example.com")
    #expect(try await desk.call(.get, path + "?role_code=R&confirm_status=C").status == 400)
  }
}
