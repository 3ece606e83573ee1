import ConstantContactKit
import ExampleSupport
import Foundation

/// Requests consent in the browser of another machine, by a code.
struct DeviceConsent {
  let app: OAuthClient
  let store: FileTokenStore
  let scopes: Set<OAuthScope>

  /// Waits for the grant, which is stored by then.
  func grant(_ patience: Patience) async throws -> OAuthGrant {
    let (flow, scopes, store) = (DeviceFlow(client: app, transport: SystemTransport.shared), scopes, store)
    return try await patience.value {
      let authorization = try await flow.begin(scopes: scopes)
      StandardError.write(
        line: "Open this address in any browser:\n\n  \(authorization.verificationURI.absoluteString)\n")
      StandardError.write(line: "and enter the code\n\n  \(DisplayText.oneLine(authorization.userCode))\n")
      if let whole = authorization.verificationURIComplete {
        StandardError.write(line: "or open this address, which contains the code:\n\n  \(whole.absoluteString)\n")
      }
      let grant = try await flow.finish(authorization)
      // In a task of its own, so that Ctrl-C does not lose the tokens.
      _ = try await Task { try await store.replace(with: grant.credentials) }.value
      return grant
    }
  }
}
