public import ConstantContactCore

/// The account itself: what its user may do, its details, its address, its own e-mail addresses.
///
/// Reading needs the scope `account_read` and the privilege `account:read`, writing `account_update` and `account:update`;
/// ``privileges(limit:)`` needs neither. See the vendor's pages under "Account services".
public struct AccountAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists the privileges of the connected user. Any token suffices.
  ///
  /// See <https://developer.constantcontact.com/api_guide/user_privileges.html>.
  ///
  /// - Parameter limit: The largest number of privileges; all by default.
  public func privileges(limit: Int? = nil) -> PagedSequence<GrantedPrivilege> {
    pipeline.pages(.accountPrivileges, .array, limit: limit)
  }

  /// Gets the account's id and details.
  ///
  /// - Parameter extras: What to include beside the usual; nothing by default.
  public func summary(including extras: Set<AccountSummary.Extra> = []) async throws -> AccountSummary {
    var query = QueryItems()
    query.add("extra_fields", joining: extras)
    return try await pipeline.send(.json(.accountSummary, query: query.items))
  }

  /// Changes the account's details: reads them, lets the closure change them, and writes what it changed. Nothing is written
  /// when the closure changes nothing.
  ///
  /// - Returns: The account as it is now.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a detail is set to `nil`, which the service has no way
  ///   to do, or the phone number is longer than 25 characters.
  @discardableResult
  public func updateSummary(_ change: (inout AccountDetails) throws -> Void) async throws -> AccountSummary {
    let current = try await summary()
    var details = current.details
    try change(&details)
    let changes = try details.changes(since: current.details, for: OperationDescriptor.accountUpdateSummary.name)
    if changes.isEmpty { return current }
    return try await pipeline.send(.json(.accountUpdateSummary, body: JSONCoding.body(changes)))
  }

  /// Gets the address in the footer of e-mails.
  public func physicalAddress() async throws -> PhysicalAddress {
    try await pipeline.send(.json(.accountPhysicalAddress))
  }

  /// Gives the account its address.
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when it has one already: see
  ///   ``replacePhysicalAddress(with:)``; `invalidInput` when a line is longer than 80 characters or the first line, the city
  ///   or the country is missing.
  @discardableResult
  public func createPhysicalAddress(_ address: PhysicalAddress) async throws -> PhysicalAddress {
    try await write(address, .accountCreatePhysicalAddress)
  }

  /// Replaces the account's address. **Properties that are `nil` are removed.** Only the account's owner may do this.
  ///
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a line is longer than 80 characters or the first line,
  ///   the city or the country is missing.
  @discardableResult
  public func replacePhysicalAddress(with address: PhysicalAddress) async throws -> PhysicalAddress {
    try await write(address, .accountReplacePhysicalAddress)
  }

  /// Changes the account's address: reads it, lets the closure change it, and writes it all back. Nothing is written when the
  /// closure changes nothing. Only the account's owner may do this.
  @discardableResult
  public func updatePhysicalAddress(
    _ change: (inout PhysicalAddress) throws -> Void
  ) async throws -> PhysicalAddress {
    let current = try await physicalAddress()
    try requireReadable(current.unreadableFields, of: "address", .accountReplacePhysicalAddress)
    var address = current
    try change(&address)
    return address == current ? current : try await replacePhysicalAddress(with: address)
  }

  /// Lists the account's own email addresses.
  ///
  /// - Parameters:
  ///   - filter: The addresses to list; all by default.
  ///   - limit: The largest number of addresses; all by default.
  public func emails(_ filter: AccountEmailFilter? = nil, limit: Int? = nil) -> PagedSequence<AccountEmail> {
    pipeline.pages(.accountEmails, .array, limit: limit) { filter.map { [$0.query] } ?? [] }
  }

  /// Adds an e-mail address to the account. **The service sends a confirmation mail to it.** It can be used once the link in
  /// that mail was followed.
  ///
  /// - Parameter address: The address, at most 80 characters.
  /// - Throws: ``ConstantContactError`` with code `conflict` when the account has the address already, `invalidInput` when
  ///   it cannot be one.
  @discardableResult
  public func addEmail(_ address: String) async throws -> AccountEmail {
    let check = InputCheck(OperationDescriptor.accountAddEmail.name)
    try check.length("email_address", address, limit: 80)
    try check.require(EmailSyntax.isPlausible(address), "email_address", "is not an email address")
    return try await pipeline.send(.json(.accountAddEmail, body: JSONCoding.body(["email_address": address])))
  }

  private func write(_ address: PhysicalAddress, _ descriptor: OperationDescriptor) async throws -> PhysicalAddress {
    try address.check(descriptor.name)
    return try await pipeline.send(.json(descriptor, body: JSONCoding.body(address)))
  }
}
