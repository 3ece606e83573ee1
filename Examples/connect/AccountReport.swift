import ConstantContactKit
import ExampleSupport
import Foundation

/// Prints the connected account. Its requests use the tokens as stored.
struct AccountReport {
  private let settings: ConnectionSettings
  private let client: ConstantContact

  init(_ settings: ConnectionSettings) throws {
    self.settings = settings
    client = ConstantContact(
      app: try settings.app(), store: try settings.store(), configuration: settings.configuration)
  }

  /// Prints the stored tokens' properties, the account, and what `push-contacts` lacks.
  func print() async throws {
    for line in try await StoredTokens(settings).lines() { StandardOutput.write(line: line) }
    StandardOutput.write(line: "account        \(try await account())")
    let preflight = try await client.preflight(for: ContactPusher(client))
    StandardOutput.write(line: "push-contacts  \(preflight)")
  }

  private func account() async throws -> String {
    do {
      let summary = try await client.account.summary()
      let name = summary.details.organizationName.map { DisplayText.oneLine($0) } ?? "unnamed"
      return "\(name) (\(DisplayText.oneLine(summary.id.rawValue)))"
    } catch let error as ConstantContactError where [.missingScope, .forbidden].contains(error.code) {
      return "not shown: \(error.code == .missingScope ? "the scope account_read was not granted" : error.message)"
    }
  }
}
