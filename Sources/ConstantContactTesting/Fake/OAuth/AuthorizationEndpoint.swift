/// The paths of the authorization server.
enum AuthorizationEndpoint {
  case authorize, token, device, activate

  init?(_ call: Call) {
    switch call.segments {
    case ["oauth2", "default", "v1", "authorize"]: self = .authorize
    case ["oauth2", "default", "v1", "token"]: self = .token
    case ["oauth2", "default", "v1", "device", "authorize"]: self = .device
    case ["activate"]: self = .activate
    default: return nil
    }
  }

  /// Whether the path is an HTML page.
  var isPage: Bool { self == .authorize || self == .activate }
}
