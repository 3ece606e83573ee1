/// The paths of the authorization server.
enum AuthorizationEndpoint {
  case authorize, token, device, activate, partnerToken, webhookKeys

  init?(_ call: Call) {
    switch call.segments {
    case ["oauth2", "default", "v1", "authorize"]: self = .authorize
    case ["oauth2", "default", "v1", "token"]: self = .token
    case ["oauth2", "default", "v1", "device", "authorize"]: self = .device
    case ["activate"]: self = .activate
    case ["partners", "oauth2", "default", "v1", "token"]: self = .partnerToken
    case [".well-known", "jwks.json"]: self = .webhookKeys
    default: return nil
    }
  }

  /// Whether the path is a page or document for anyone, without limits.
  var isPage: Bool { self == .authorize || self == .activate || self == .webhookKeys }
}
