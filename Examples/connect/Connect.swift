import ArgumentParser
import ConstantContactKit
import ExampleSupport
import Foundation

struct Connect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "connect",
    abstract: "Connect a Constant Contact account for the other examples.",
    usage: "connect [OPTIONS]",
    discussion: """
      Requests consent in the browser, and stores the tokens in a file that only you \
      can read. The redirect URI must be registered for the app, letter for letter. \
      Without --paste or --device this program listens on it.

      ENVIRONMENT (an option of the same name overrides a variable)
      \(Self.environmentHelp)

      EXIT STATUS
      0 connected, 1 failed, 2 usage or environment, 3 no consent or authorization, \
      130 interrupted
      """
  )

  enum Mode: EnumerableFlag {
    case paste, device, show, forget

    static func help(for value: Mode) -> ArgumentHelp? {
      switch value {
      case .paste: "Paste the address at which the browser ends, as for the redirect URI https://localhost."
      case .device: "Enter a code in the browser of another machine."
      case .show: "Show the properties of the stored tokens. Sends nothing."
      case .forget: "Remove the stored tokens. Sends nothing."
      }
    }
  }

  @Flag(exclusivity: .exclusive) var mode: Mode?

  @Option(help: "The scopes to request, separated by commas or spaces.")
  var scopes = "account_read,contact_data,offline_access"

  @Flag(help: "Print the address without opening a browser.")
  var noBrowser = false

  @Option(help: ArgumentHelp("The time limit for the consent.", valueName: "seconds"))
  var timeout = 300

  @OptionGroup(title: "PLACES") var place: PlaceOptions

  func validate() throws {
    guard (1...86_400).contains(timeout) else { throw ValidationError("--timeout must be from 1 to 86400.") }
    guard !scopeSet.isEmpty else { throw ValidationError("--scopes has no scope.") }
  }

  func run() async throws {
    let settings = try ConnectionSettings(environment: place.environment())
    switch mode {
    case .show: for line in try await StoredTokens(settings).lines() { StandardOutput.write(line: line) }
    case .forget: try await forget(settings)
    case .paste, .device, nil: try await connect(settings)
    }
  }

  private func connect(_ settings: ConnectionSettings) async throws {
    let (app, store) = (try settings.app(), try settings.store())
    // A damaged file, which could not store the tokens, is reported before consent is requested.
    _ = try await store.load()
    let patience = Patience(seconds: timeout)
    let grant: OAuthGrant
    if mode == .device {
      grant = try await DeviceConsent(app: app, store: store, scopes: scopeSet).grant(patience)
    } else {
      let flow = AuthorizationFlow(client: app, transport: SystemTransport.shared)
      let browser = BrowserConsent(redirectURI: settings.redirectURI, opensBrowser: !noBrowser)
      grant = try await browser.grant(
        try await Consent(flow, scopes: scopeSet, store: store), pasted: mode == .paste, patience)
    }
    for warning in grant.warnings { StandardError.write(line: "warning: " + warning.text) }
    try await AccountReport(settings).print()
  }

  private func forget(_ settings: ConnectionSettings) async throws {
    let store = try settings.store()
    try await store.clear()
    StandardError.write(
      line: """
        Removed \(settings.tokenFile?.path ?? "the token file"). The tokens are not revoked, because Constant Contact \
        documents no way to do so: for the owner of a copy, the access token remains valid for up to a day, and the \
        refresh token until it has not been used for 180 days.
        """)
  }

  private var scopeSet: Set<OAuthScope> {
    Set(scopes.split { $0 == "," || $0.isWhitespace }.map { OAuthScope(rawValue: String($0)) })
  }
}
