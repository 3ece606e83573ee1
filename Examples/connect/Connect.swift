import ArgumentParser
import ConstantContactKit
import ExampleSupport
import Foundation

struct Connect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "connect",
    abstract: "Connect a Constant Contact account, for the other examples to work on.",
    discussion: """
      Asks the account's owner for consent in the browser, and keeps the tokens in a file that only you may read. The \
      redirect URI has to be registered for the app, letter for letter; without --paste or --device this program listens \
      there.

      ENVIRONMENT (options of the same name come first; a secret is never an argument)
      \(Self.environmentHelp)

      EXIT STATUS
      0 connected, 1 failed, 2 usage, 3 no consent or an authorization that does not hold, 130 interrupted
      """
  )

  enum Mode: EnumerableFlag {
    case paste, device, show, forget

    static func help(for value: Mode) -> ArgumentHelp? {
      switch value {
      case .paste:
        "Do not listen: the address that the browser ends at is pasted here, as for the redirect URI https://localhost."
      case .device: "For machines without a browser: a code is entered in the browser of another one."
      case .show: "Show what is stored, without the tokens. Nothing is sent."
      case .forget: "Remove the stored tokens. Nothing is sent."
      }
    }
  }

  @Flag(exclusivity: .exclusive) var mode: Mode?

  @Option(help: ArgumentHelp("What to ask for, separated by commas or blanks.", valueName: "scopes"))
  var scopes = "account_read,contact_data,offline_access"

  @Flag(help: "Print the address only.")
  var noBrowser = false

  @Option(help: "How many seconds the consent may take.")
  var timeout = 300

  @OptionGroup(title: "WHERE") var place: PlaceOptions

  func validate() throws {
    guard timeout > 0 else { throw ValidationError("--timeout has to be above 0") }
    guard !scopeSet.isEmpty else { throw ValidationError("--scopes names no scope") }
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
    // Before anybody is asked: a file that is damaged could not take the tokens.
    _ = try await store.load()
    let patience = Patience(seconds: timeout)
    let grant: OAuthGrant
    if mode == .device {
      grant = try await DeviceConsent(app: app, store: store, scopes: scopeSet).grant(patience)
    } else {
      let flow = AuthorizationFlow(client: app, transport: URLSessionTransport.shared)
      let browser = BrowserConsent(redirectURI: settings.redirectURI, opensBrowser: !noBrowser)
      grant = try await browser.grant(
        try await Consent(flow, scopes: scopeSet, store: store), pasted: mode == .paste, patience)
    }
    for warning in grant.warnings { StandardError.write(line: "warning: " + warning.text) }
    try await AccountReport(settings).print()
  }

  private func forget(_ settings: ConnectionSettings) async throws {
    let store = try settings.store()
    StandardError.write(
      line: """
        Removing \(settings.tokenFile?.path ?? "the token file"). Constant Contact is not told, having no documented way to: the access token \
        stays good for up to a day, and the refresh token until 180 days without use, for whoever has a copy.
        """)
    try await store.clear()
  }

  private var scopeSet: Set<OAuthScope> {
    Set(scopes.split { $0 == "," || $0.isWhitespace }.map { OAuthScope(rawValue: String($0)) })
  }
}
