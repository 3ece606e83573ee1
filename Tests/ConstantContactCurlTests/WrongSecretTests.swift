#if os(Linux)
import ConstantContactAuth
import ConstantContactTesting
import ConstantContactTransport
import ConstantContactCurl
import Foundation
import ScriptedServer
import Testing

@Suite struct WrongSecretTests {

  @Test(.timeLimit(.minutes(5)))
  func wrongClientSecretFailsPromptly() async throws {
    let server = RawServer()
    let body = #"{"error":"invalid_client","error_description":"Client authentication failed."}"#
    let url = try await server.start { _ in
      [
        .send(
          Data(
            """
            HTTP/1.1 401 Unauthorized\r
            WWW-Authenticate: Basic realm="authz.constantcontact.com"\r
            Content-Type: application/json\r
            Content-Length: \(body.utf8.count)\r
            \r
            \(body)
            """.utf8))
      ]
    }
    let app = OAuthClient(clientID: "the-id", clientSecret: "a-wrong-secret", baseURL: url)
    let tokens = TokenClient(client: app, transport: CurlTransport.shared)
    // A transport that responds to the challenge by itself never returns, and the exchange times out.
    await #expect {
      try await tokens.exchange(code: "c")
    } throws: { error in
      let error = error as? OAuthError
      return error?.code == .invalidClient && error?.status == 401 && !"\(String(describing: error))".contains("wrong")
    }
    await server.stop()
  }
}
#endif
