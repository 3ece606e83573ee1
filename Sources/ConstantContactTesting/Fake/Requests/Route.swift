/// One simulated operation: how it is addressed, what it needs, and its handler.
struct Route: Sendable {
  typealias Handler = @Sendable (isolated FakeConstantContact, Call, [String]) throws -> Reply

  let method: String
  /// The path below `/v3` as the contract writes it, such as `/contacts/{contact_id}`.
  let template: String
  /// The scope that the token needs; `nil` when any token will do.
  let scope: String?
  /// The privilege that the user needs; `nil` for none.
  let privilege: String?
  let handler: Handler
  private let segments: [Substring]

  /// - Parameter handler: Receives the values of the template's placeholders in order.
  init(
    _ method: String, _ template: String, scope: String? = "contact_data", privilege: String?,
    handler: @escaping Handler
  ) {
    self.method = method
    self.template = template
    self.scope = scope
    self.privilege = privilege
    self.handler = handler
    segments = template.split(separator: "/")
  }

  /// All simulated operations. Literal segments come before placeholders at the same place.
  static let table: [Route] = [
    account,
    contacts,
    lists,
    customFields,
    tags,
    segments,
    activities,
    campaigns,
    reports,
    events,
    automations,
    social,
    partner,
    webhooks,
  ].flatMap { $0 }

  /// Returns the values of the placeholders, or `nil` when the path is another one's.
  func placeholders(in path: ArraySlice<String>) -> [String]? {
    guard path.count == segments.count else { return nil }
    var values: [String] = []
    for (part, segment) in zip(path, segments) {
      if segment.hasPrefix("{") {
        if part.isEmpty { return nil }
        values.append(part)
      } else if part != segment {
        return nil
      }
    }
    return values
  }

  /// What a path leads to.
  enum Lookup {
    case found(Route, [String])
    case otherMethods(Route)
    case unknown
  }

  static func lookup(_ call: Call) -> Lookup {
    let path = call.segments.dropFirst()
    guard call.segments.first == "v3", let first = table.first(where: { $0.placeholders(in: path) != nil }) else {
      return .unknown
    }
    let route = table.first { $0.template == first.template && $0.method == call.method }
    guard let route, let values = route.placeholders(in: path) else { return .otherMethods(first) }
    return .found(route, values)
  }

  /// The path with `{id}` for each placeholder, such as `/v3/contacts/{id}`.
  var pattern: String {
    "/v3" + segments.map { "/" + ($0.hasPrefix("{") ? "{id}" : $0) }.joined()
  }
}
