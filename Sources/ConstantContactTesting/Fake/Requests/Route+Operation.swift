extension Route {
  /// Method and path, such as `GET /contacts/{contact_id}`.
  var operation: String { method + " " + template }

  /// The operation that a request calls; `nil` for a path that is not simulated.
  static func operation(of call: Call) -> String? {
    guard case .found(let route, _) = lookup(call) else { return nil }
    return route.operation
  }
}
