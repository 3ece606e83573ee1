internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The consent page.
extension FakeConstantContact {
  /// The scopes that an app may request.
  static let knownScopes: Set<String> = [
    "account_read", "account_update", "contact_data", "campaign_data", "offline_access", "billing_data",
  ]

  /// Approves an authorization request as the account's owner would in a browser.
  ///
  /// - Parameter page: The authorization URL.
  /// - Returns: The redirect URL, with a code or with the error of a faulty request.
  /// - Throws: `TransportError` with code `invalidRequest` when the owner would see an error page instead.
  public func approve(_ page: URL) throws -> URL { try decide(page, allowing: true) }

  /// Denies an authorization request as the account's owner would in a browser.
  ///
  /// - Parameter page: The authorization URL.
  /// - Returns: The redirect URL.
  /// - Throws: `TransportError` with code `invalidRequest` when the owner would see an error page instead.
  public func deny(_ page: URL) throws -> URL { try decide(page, allowing: false) }

  private func decide(_ page: URL, allowing: Bool) throws -> URL {
    let call = try Call(TransportRequest(method: .get, url: page))
    let reply: Reply
    do {
      reply = redirect(after: try consent(for: call), allowing: allowing)
    } catch let refusal as Reply {
      reply = refusal
    }
    guard let target = reply.headers["Location"].flatMap({ URL(string: $0) }) else {
      throw TransportError(.invalidRequest, delivery: .delivered, message: "the browser would show an error page")
    }
    return target
  }

  func respondToAuthorize(_ call: Call) throws -> Reply {
    switch call.method {
    case "GET":
      let request = try consent(for: call)
      let token = generator.token(length: 43)
      consents[token] = request
      return consentPage(token, request)
    case "POST":
      let form = try parameters(of: call)
      guard let token = form["consent"], let request = consents.removeValue(forKey: token) else {
        throw errorPage("This page was already used. Go back to the app and start again.")
      }
      return redirect(after: request, allowing: form["decision"] == "allow")
    default:
      throw errorPage("The method \(call.method) is not allowed here.", status: 405)
    }
  }

  /// Checks an authorization request. An unknown app or redirect URI gets an error page, never a redirect.
  private func consent(for call: Call) throws -> ConsentRequest {
    let parameters = Dictionary(call.query.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    guard parameters["client_id"] == configuration.clientID else {
      throw errorPage("The client_id is unknown.")
    }
    guard let redirectURI = parameters["redirect_uri"], isRegistered(redirectURI) else {
      throw errorPage("The redirect_uri is not registered for this app.")
    }
    let state = parameters["state"]
    func refuse(_ error: String, _ description: String) -> Reply {
      redirect(to: redirectURI, ["error": error, "error_description": description, "state": state])
    }
    guard let state, !state.isEmpty else { throw refuse("invalid_request", "The state is missing.") }
    guard parameters["response_type"] == "code" else {
      throw refuse("unsupported_response_type", "The response type must be code.")
    }
    let scopes = Set((parameters["scope"] ?? "").split(separator: " ").map(String.init))
    guard !scopes.isEmpty, scopes.isSubset(of: Self.knownScopes) else {
      throw refuse("invalid_scope", "One or more scopes are not configured for the authorization server.")
    }
    let challenge = parameters["code_challenge"]
    guard challenge == nil || (parameters["code_challenge_method"] == "S256" && challenge?.utf8.count == 43) else {
      throw refuse("invalid_request", "The code_challenge must use S256.")
    }
    return ConsentRequest(scopes: scopes, redirectURI: redirectURI, state: state, challenge: challenge)
  }

  private func isRegistered(_ redirectURI: String) -> Bool {
    if configuration.redirectURIs.contains(redirectURI) { return true }
    guard let url = URL(string: redirectURI), url.fragment() == nil, url.user() == nil else { return false }
    return switch (url.scheme, url.host()) {
    case ("http", "localhost"), ("http", "127.0.0.1"), ("https", "localhost"): true
    default: false
    }
  }

  private func redirect(after request: ConsentRequest, allowing: Bool) -> Reply {
    guard allowing else {
      return redirect(
        to: request.redirectURI,
        ["error": "access_denied", "error_description": "The owner denied access.", "state": request.state])
    }
    let code = issueAuthorizationCode(
      scopes: request.scopes, redirectURI: request.redirectURI, codeChallenge: request.challenge)
    return redirect(to: request.redirectURI, ["code": code, "state": request.state])
  }

  private func redirect(to address: String, _ parameters: KeyValuePairs<String, String?>) -> Reply {
    let query = PercentEncoding.query(parameters.compactMap { name, value in value.map { (name, $0) } })
    var reply = Reply(302)
    reply.headers["Location"] = address + (address.contains("?") ? "&" : "?") + query
    reply.headers["Cache-Control"] = "no-store"
    return reply
  }

  private func consentPage(_ token: String, _ request: ConsentRequest) -> Reply {
    let scopes = request.scopes.sorted().map { "<li><code>\(HTMLPage.escape($0))</code></li>" }.joined()
    let app = HTMLPage.escape(configuration.clientID)
    return HTMLPage(
      title: "Allow access?",
      body: """
        <p>The app <code>\(app)</code> requests access to this simulated account:</p>
        <ul>\(scopes)</ul>
        <form method="post" action="/oauth2/default/v1/authorize">
        <input type="hidden" name="consent" value="\(token)">
        <button id="allow" name="decision" value="allow">Allow</button>
        <button id="deny" name="decision" value="deny">Deny</button>
        </form>
        """
    ).reply(200)
  }

  func errorPage(_ text: String, status: Int = 400) -> Reply {
    HTMLPage(title: "Not possible", body: HTMLPage.paragraph(text)).reply(status)
  }
}
