// Only the modules of the product ConstantContactAuth: the whole flow has to be possible with these.
import ConstantContactAuth
import ConstantContactSystemTransport
import Foundation
import Testing

@Suite struct ProductTests {
  /// A transport as a user of the product writes it.
  private struct CannedTransport: HTTPTransport {
    func send(_ request: TransportRequest) async throws -> TransportResponse {
      guard request.method == .post, request.headers["Accept"] == "application/json" else {
        throw TransportError(.invalidRequest, delivery: .notSent, message: "unexpected request")
      }
      let body = Data(#"{"access_token":"A1","refresh_token":"R1","expires_in":86400}"#.utf8)
      return TransportResponse(status: 200, headers: ["Content-Type": "application/json"], body: body)
    }
  }

  @Test func wholeFlowNeedsOnlyTheModulesOfTheProduct() async throws {
    let app = OAuthClient(clientID: "id", redirectURI: "https://app.example.com/callback")
    let time = TimeSource(clock: ContinuousClock(), now: { Date() })
    let flow = AuthorizationFlow(client: app, transport: CannedTransport(), time: time)
    let request = try await flow.begin()
    let callback = try #require(URL(string: "https://app.example.com/callback?code=c&state=\(request.state)"))
    let grant = try await flow.finish(callback, for: request)
    let store = MemoryTokenStore()
    try await store.replace(with: grant.credentials)
    let source: any AccessTokenProvider = TokenSource(client: app, transport: CannedTransport(), store: store)
    #expect(try await source.accessToken().value == "A1")
  }

  @Test func defaultTransportIsPartOfTheProduct() {
    _ = TokenSource(
      client: OAuthClient(clientID: "id"), transport: SystemTransport.shared, store: MemoryTokenStore())
  }
}
