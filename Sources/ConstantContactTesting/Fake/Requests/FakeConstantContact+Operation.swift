extension FakeConstantContact {
  /// An operation that the fake simulates.
  public struct Operation: Sendable, Hashable {
    /// The method.
    public let method: String
    /// The path as the contract writes it, such as `/contacts/{contact_id}`, without `/v3`.
    public let path: String
    /// The scope that the access token needs; `nil` when any token will do.
    public let scope: String?
    /// The privilege that the user needs; `nil` for none.
    public let privilege: String?
  }

  /// The operations of the API that the fake simulates. All others get a 501.
  public static var operations: [Operation] {
    Route.table.map { Operation(method: $0.method, path: $0.template, scope: $0.scope, privilege: $0.privilege) }
  }
}
