public import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactResources

/// The scopes and privileges that a connection lacks for some operations.
public struct Preflight: Sendable, Hashable {
  /// The scopes that the app was not granted: reconnect and grant them. Empty when the token does not name its scopes.
  public let missingScopes: Set<OAuthScope>
  /// The privileges that the connected user lacks: the account's owner can grant them.
  public let missingPrivileges: Set<UserPrivilege>
  /// Whether the token names its scopes. If not, a missing scope shows only in a call that is refused.
  public let scopesAreKnown: Bool

  /// Whether nothing is known to be missing.
  public var isReady: Bool { missingScopes.isEmpty && missingPrivileges.isEmpty }
}

extension Preflight: CustomStringConvertible {
  /// The missing scopes and privileges in one sentence.
  public var description: String {
    if isReady { return "nothing is missing" }
    let scopes = missingScopes.map(\.rawValue).sorted().map { "the scope `\($0)`" }
    let privileges = missingPrivileges.map(\.rawValue).sorted().map { "the user privilege `\($0)`" }
    return "the connection lacks " + (scopes + privileges).joined(separator: ", ")
  }
}

extension ConstantContact {
  /// Checks whether the connection may call some operations, and names everything that is missing.
  ///
  /// This makes one request, for the user's privileges, which any token may request.
  ///
  /// ```swift
  /// let preflight = try await client.preflight(for: [.contactsCreate, .campaignsCreate])
  /// guard preflight.isReady else { return print(preflight) }
  /// ```
  ///
  /// - Parameter operations: The operations to be called.
  /// - Returns: The missing scopes and privileges.
  /// - Throws: ``ConstantContactError`` or `CancellationError`.
  public func preflight(for operations: some Sequence<OperationDescriptor>) async throws -> Preflight {
    let operations = Array(operations)
    let granted = Set(try await account.privileges().collectReadable().elements.compactMap(\.privilege))
    let scopes = try await pipeline.grantedScopes(for: OperationDescriptor.accountPrivileges.name)
    let neededScopes = Set(operations.compactMap(\.scope))
    return Preflight(
      missingScopes: scopes.map { neededScopes.subtracting($0) } ?? [],
      missingPrivileges: Set(operations.compactMap(\.privilege)).subtracting(granted),
      scopesAreKnown: scopes != nil
    )
  }

  /// Checks whether the connection may call all operations of a workflow.
  ///
  /// - Throws: ``ConstantContactError`` or `CancellationError`.
  public func preflight(for workflow: some APIWorkflow) async throws -> Preflight {
    try await preflight(for: workflow.operations)
  }
}
