import ConstantContactKit
import ExampleSupport
import Foundation

/// Asks for consent in the browser of another machine, by a code.
struct DeviceConsent {
  let app: OAuthClient
  let store: FileTokenStore
  let scopes: Set<OAuthScope>

  /// What was granted, once it is stored.
  func grant(_ patience: Patience) async throws -> OAuthGrant {
    let (flow, scopes, store) = (DeviceFlow(client: app, transport: URLSessionTransport.shared), scopes, store)
    return try await patience.value {
      let authorization = try await flow.begin(scopes: scopes)
      StandardError.write(
        line: "Open this address in any browser:\n\n  \(authorization.verificationURI.absoluteString)\n")
      StandardError.write(line: "and enter the code\n\n  \(DisplayText.oneLine(authorization.userCode))\n")
      if let whole = authorization.verificationURIComplete {
        StandardError.write(line: "or open it with the code in it:\n\n  \(whole.absoluteString)\n")
      }
      let grant = try await flow.finish(authorization)
      // Not to be given up by a Ctrl-C at this moment.
      _ = try await Task { try await store.replace(with: grant.credentials) }.value
      return grant
    }
  }
}
