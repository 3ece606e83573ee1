#if AsyncHTTPClient && Observability
import ConstantContactKit
import ConstantContactTesting
import FlyingFox
import Foundation
import HTTPTypes
import Logging
import NIOHTTP1
import Testing

/// The kit's common names, unqualified, beside the modules that users import with them. Compiling this file is the test: an ambiguous
/// name is an error.
@Suite struct NameCollisionTests {
  /// The names of the types that other modules use too are absent here on purpose: `HTTPMethod`, `HTTPHeaders`, `HTTPRequest`,
  /// `HTTPResponse`, `JSONValue`, `Tag`, `Event`, `Page`, `Scope`, `Credentials` and their like.
  private let types: [Any.Type] = [
    AccessToken.self, BulkActivity.self, CallAttempt.self, CallOptions.self, Campaign.self, CampaignActivity.self,
    ConstantContact.self, ConstantContactConfiguration.self, ConstantContactError.self, Contact.self,
    ContactFilter.self,
    ContactList.self, ContactPusher.self, ContactSegment.self, ContactTag.self, CustomField.self, DeliveryReport.self,
    EventDetails.self, EventRegistration.self, FakeConstantContact.self, FileTokenStore.self,
    Lead.self, ManualClock.self, MiddlewareChain.self, NewContact.self, OAuthClient.self,
    OAuthCredentials.self, OAuthError.self, OAuthGrant.self, OAuthScope.self, PageCursor.self,
    PagedSequence<Contact>.self, PagedSequence<Contact>.Page.self, RateLimit.self, RawJSON.self, RetryPolicy.self,
    ScriptedTransport.self,
    TimeSource.self, Timestamp.self, TokenSource.self, TransportError.self, TransportHeaders.self, TransportMethod.self,
    TransportRequest.self, TransportResponse.self, TransportStatus.self, SystemTransport.self, URLSessionTransport.self,
  ]

  @Test func namesAreUnambiguous() {
    #expect(Set(types.map { "\($0)" }).count == types.count)
  }

  /// Values, as programs write them.
  @Test func commonExpressionsCompile() async throws {
    let request = TransportRequest(
      method: .get, url: try #require(URL(string: "https://api.cc.email/v3")), headers: ["Accept": "application/json"])
    let response = TransportResponse(status: 200, body: Data(#"{"contacts":[]}"#.utf8))
    let filter = ContactFilter(email: "ann@example.com")
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("t")), transport: ScriptedTransport([.respond(response)]))
    _ = try await client.contacts.find(email: "ann@example.com")
    #expect(request.method == .get && response.status.kind == .successful && filter == filter)
  }

  /// The others' names still mean what they meant.
  @Test func otherModulesKeepTheirNames() {
    let logger = Logger(label: "test")
    let field = HTTPField(name: .accept, value: "text/csv")
    let version: NIOHTTP1.HTTPVersion = .http1_1
    let code: FlyingFox.HTTPStatusCode = .ok
    #expect(logger.label == "test" && field.value == "text/csv" && version.major == 1 && code.code == 200)
  }
}
#endif
