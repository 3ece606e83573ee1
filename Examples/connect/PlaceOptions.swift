import ArgumentParser
import Foundation

/// The environment variables that may also be options, because they are not secret.
struct PlaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The API key of the app.", valueName: "id"))
  var clientID: String?

  @Option(help: ArgumentHelp("The registered redirect URI.", valueName: "uri"))
  var redirectURI: String?

  @Option(help: ArgumentHelp("The file for the tokens.", valueName: "file"), completion: .file())
  var tokenFile: String?

  @Option(help: ArgumentHelp("The authorization server.", valueName: "url"))
  var authURL: String?

  @Option(help: ArgumentHelp("The API.", valueName: "url"))
  var apiURL: String?

  /// Returns the environment with the values of the options.
  func environment() -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    let given = [
      "CLIENT_ID": clientID, "REDIRECT_URI": redirectURI, "TOKEN_FILE": tokenFile, "AUTH_URL": authURL,
      "API_URL": apiURL,
    ]
    for (name, value) in given { if let value { environment["CONSTANT_CONTACT_" + name] = value } }
    return environment
  }
}

extension Connect {
  static let environmentHelp = """
    CONSTANT_CONTACT_CLIENT_ID      the API key of the app
    CONSTANT_CONTACT_CLIENT_SECRET  its client secret, if it has one; never an
                                    option, because arguments are not private
    CONSTANT_CONTACT_REDIRECT_URI   by default http://localhost:8888/callback
    CONSTANT_CONTACT_TOKEN_FILE     by default
                                    ~/.config/constant-contact/tokens.json
    CONSTANT_CONTACT_AUTH_URL       by default Constant Contact's
    CONSTANT_CONTACT_API_URL        by default Constant Contact's
    """
}
