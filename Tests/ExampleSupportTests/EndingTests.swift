import ConstantContactKit
import ExampleSupport
import Testing

@Suite struct EndingTests {
  @Test func failuresHaveDocumentedStatuses() {
    #expect(Ending(InputError(.empty, message: ""))?.status == 2)
    #expect(Ending(ConstantContactError(.unauthorized, "", operation: ""))?.status == 3)
    #expect(Ending(ConstantContactError(.missingScope, "", operation: ""))?.status == 3)
    #expect(Ending(ConstantContactError(.notFound, "", operation: ""))?.status == 1)
    #expect(Ending(OAuthError(.reconnectRequired, message: ""))?.status == 3)
    #expect(Ending(OAuthError(.invalidClient, message: ""))?.status == 3)
    #expect(Ending(OAuthError(.temporarilyUnavailable, message: ""))?.status == 1)
    #expect(Ending(OAuthError(.storage, message: ""))?.status == 1)
    #expect(Ending(OAuthError(.invalidConfiguration, message: ""))?.status == 2)
    #expect(Ending(Ending(status: 130, message: "interrupted"))?.status == 130)
    #expect(Ending(CancellationError()) == nil)
  }
}
