public import ConstantContactCore

/// The account: privileges of its user, details, physical address, email addresses.
///
/// Reading needs the scope `account_read` and the privilege `account:read`, writing `account_update` and `account:update`;
/// ``privileges(limit:)`` needs neither.
///
/// See [Get account summary details](https://developer.constantcontact.com/api_guide/account_details_get.html).
public struct AccountAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists the privileges of the connected user. Any token is sufficient.
  ///
  /// See [Get user privileges](https://developer.constantcontact.com/api_guide/user_privileges.html).
  ///
  /// - Parameter limit: The maximum number of privileges to deliver; all by default.
  public func privileges(limit: Int? = nil) -> PagedSequence<GrantedPrivilege> {
    pipeline.pages(.accountPrivileges, .array, limit: limit)
  }

  /// Returns the account's ID and details.
  ///
  /// See [Get account summary details](https://developer.constantcontact.com/api_guide/account_details_get.html).
  ///
  /// - Parameter parts: What to include beside the core properties.
  public func summary(including parts: Set<AccountSummary.Part> = []) async throws -> AccountSummary {
    var query = QueryItems()
    query.add("extra_fields", joining: parts)
    return try await pipeline.send(.json(.accountSummary, query: query.items))
  }

  /// Updates the account's details: reads them, lets the closure change them, and writes what it changed. Nothing is
  /// written when the closure changes nothing.
  ///
  /// ```swift
  /// try await client.account.updateSummary { $0.website = "https://example.com" }
  /// ```
  ///
  /// See [Put account summary details](https://developer.constantcontact.com/api_guide/account_details_put.html).
  ///
  /// - Returns: The account after the update.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a detail is set to `nil`, which the API does not
  ///   support, or when the phone number has more than 25 characters. Errors of the closure are rethrown.
  @discardableResult
  public func updateSummary(_ change: (inout AccountDetails) throws -> Void) async throws -> AccountSummary {
    try await pipeline.update(.accountUpdateSummary, of: "account", keeping: AccountSummary.fieldNames) {
      try await summary()
    } draft: { current in
      current.details
    } change: { details in
      try change(&details)
    } write: { _, before, details in
      let changes = try details.changes(since: before, for: OperationDescriptor.accountUpdateSummary.name)
      return try await pipeline.send(.json(.accountUpdateSummary, body: JSONCoding.body(changes)))
    }
  }

  /// Returns the account's physical address, which appears in the footer of emails.
  ///
  /// See [Put account physical address](https://developer.constantcontact.com/api_guide/account_address_put.html).
  public func physicalAddress() async throws -> PhysicalAddress {
    try await pipeline.send(.json(.accountPhysicalAddress))
  }

  /// Creates the account's physical address.
  ///
  /// See [Put account physical address](https://developer.constantcontact.com/api_guide/account_address_put.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when the account already has an address, which
  ///   ``updatePhysicalAddress(_:)`` changes; `invalidInput` when a line has more than 80 characters or the first line, the
  ///   city or the country is missing.
  @discardableResult
  public func createPhysicalAddress(_ address: PhysicalAddress) async throws -> PhysicalAddress {
    try await write(address, .accountCreatePhysicalAddress)
  }

  /// Replaces the account's physical address: **properties that are `nil` are emptied.** Only the account owner can do this.
  ///
  /// See [Put account physical address](https://developer.constantcontact.com/api_guide/account_address_put.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a line has more than 80 characters or the first line,
  ///   the city or the country is missing.
  @discardableResult
  public func replacePhysicalAddress(with address: PhysicalAddress) async throws -> PhysicalAddress {
    try await write(address, .accountReplacePhysicalAddress)
  }

  /// Updates the account's physical address: reads it, lets the closure change it, and writes it back. Nothing is written
  /// when the closure changes nothing. Only the account owner can do this.
  ///
  /// See [Put account physical address](https://developer.constantcontact.com/api_guide/account_address_put.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when a value could not be read and would be lost;
  ///   the same errors as ``replacePhysicalAddress(with:)``. Errors of the closure are rethrown.
  @discardableResult
  public func updatePhysicalAddress(
    _ change: (inout PhysicalAddress) throws -> Void
  ) async throws -> PhysicalAddress {
    try await pipeline.update(.accountReplacePhysicalAddress, of: "physical address") {
      try await physicalAddress()
    } draft: { current in
      current
    } change: { address in
      try change(&address)
    } write: { _, _, address in
      try await replacePhysicalAddress(with: address)
    }
  }

  /// Lists the account's own email addresses.
  ///
  /// See [Add an account email address](https://developer.constantcontact.com/api_guide/account_post_emails.html).
  ///
  /// - Parameters:
  ///   - filter: The addresses to list; all by default.
  ///   - limit: The maximum number of addresses to deliver; all by default.
  public func emails(_ filter: AccountEmailFilter? = nil, limit: Int? = nil) -> PagedSequence<AccountEmail> {
    pipeline.pages(.accountEmails, .array, limit: limit) { filter.map { [$0.query] } ?? [] }
  }

  /// Adds an email address to the account. **Constant Contact sends a confirmation email to the address.**
  ///
  /// The address can be used after the link in the confirmation email was followed.
  ///
  /// See [Add an account email address](https://developer.constantcontact.com/api_guide/account_post_emails.html).
  ///
  /// - Parameter address: The email address, at most 80 characters.
  /// - Throws: ``ConstantContactError`` with code `conflict` when the account already has the address, `invalidInput` when it
  ///   is not an email address.
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
