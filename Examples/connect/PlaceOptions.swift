import ArgumentParser
import Foundation

/// What the environment says, and may be said on the command line because it is no secret.
struct PlaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The app's API key.", valueName: "id"))
  var clientID: String?

  @Option(help: ArgumentHelp("Where the browser comes back to.", valueName: "uri"))
  var redirectURI: String?

  @Option(help: ArgumentHelp("Where the tokens are kept.", valueName: "file"), completion: .file())
  var tokenFile: String?

  @Option(help: ArgumentHelp("The authorization server.", valueName: "url"))
  var authURL: String?

  @Option(help: ArgumentHelp("The API.", valueName: "url"))
  var apiURL: String?

  /// The environment with what the command line says instead.
  func environment() -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    let said = [
      "CLIENT_ID": clientID, "REDIRECT_URI": redirectURI, "TOKEN_FILE": tokenFile, "AUTH_URL": authURL,
      "API_URL": apiURL,
    ]
    for (name, value) in said { if let value { environment["CONSTANT_CONTACT_" + name] = value } }
    return environment
  }
}

extension Connect {
  static let environmentHelp = """
    CONSTANT_CONTACT_CLIENT_ID      the app's API key
    CONSTANT_CONTACT_CLIENT_SECRET  its secret, if it has one
    CONSTANT_CONTACT_REDIRECT_URI   if not http://localhost:8888/callback
    CONSTANT_CONTACT_TOKEN_FILE     if not ~/.config/constant-contact/tokens.json
    CONSTANT_CONTACT_AUTH_URL       if not the vendor's
    CONSTANT_CONTACT_API_URL        if not the vendor's
    """
}
