internal import ConstantContactCore
public import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Imports any number of contacts with bulk activities, and returns one verdict per contact.
///
/// ```swift
/// var options = BulkImport.Options()
/// options.lists = [.name("Newsletter")]
/// let contacts = [ImportedContact(email: "ann@example.com", firstName: "Ann")]
/// let report = try await BulkImport(client, options: options).run(contacts, manifest: URL(filePath: "june.manifest"))
/// for (row, verdict) in zip(1..., report) { print(row, verdict) }
/// ```
///
/// The contacts are read twice. The first reading checks them all, so that nothing is sent when a list or a custom field is missing. The
/// second sends them in chunks of at most 4,000,000 bytes and 40,000 lines, since the API drops what exceeds its limits without an error.
///
/// ## Resuming
///
/// The manifest is a journal on disk without personal data. Each step is written to it before it is made. After a crash, a lost connection
/// or a cancellation, run the same import with the same manifest: it continues where it stopped, sends no chunk a second time and loses no
/// contact. A chunk whose response was lost is found among the account's activities by its file name; a JSON chunk, which has none, by its
/// date and size. If that leaves a doubt, its contacts are reported as unconfirmed and are not sent again.
///
/// ## Consent
///
/// New contacts get the permission `implicit`. An import never changes the permission of an existing contact. Contacts that have
/// unsubscribed are not added to the lists, but their other values change; they are reported as held back. What the API does with a
/// deleted contact is not documented: ``Options/holdBack`` keeps contacts from being sent.
///
/// See [Import contacts](https://developer.constantcontact.com/api_guide/import_contacts.html).
public struct BulkImport: Sendable {
  /// The client of the account. The requests have background priority.
  public let client: ConstantContact
  /// The options.
  public let options: Options
  /// The limits of a chunk; smaller in tests.
  package var limits = Limits()
  /// Runs before (`false`) and after (`true`) each write to the manifest; tests stop the import there.
  package var journalHook: (@Sendable (_ isWritten: Bool) throws -> Void)?

  /// Creates an import.
  ///
  /// - Parameters:
  ///   - client: The client of the account.
  ///   - options: The options. At least one list is required.
  public init(_ client: ConstantContact, options: Options) {
    self.client = client.with { $0.priority = .background }
    self.options = options
  }

  /// Imports contacts, or continues an import.
  ///
  /// - Parameters:
  ///   - contacts: The contacts. The sequence is iterated twice, and must deliver the same contacts each time.
  ///   - manifest: The file that makes the import resumable, created with mode 0600. Only the import that created it can be continued with
  ///     it; continuing a finished import returns its report. Without it, an interrupted import cannot be continued.
  /// - Returns: The verdicts, in the order of the contacts.
  /// - Throws: ``ConstantContactError``. Code `unknownName` when a list or custom fields do not exist, and `invalidInput` when the manifest
  ///   belongs to another import or is in use by another process: nothing was sent. After any other error, such as `quotaExceeded`, run the
  ///   import again with the same manifest. Errors of the sequence; `CancellationError`.
  public func run<Contacts: AsyncSequence & Sendable>(
    _ contacts: Contacts, manifest: URL? = nil
  ) async throws -> Report where Contacts.Element == ImportedContact {
    do {
      let lock = try await lock(manifest)
      defer { lock?.release() }
      return try await run(contacts, journal: ImportJournal(at: manifest, hook: journalHook))
    } catch let failure as PrivateFile.Failure {
      throw Self.error("the manifest \(failure)", field: "manifest")
    } catch let failure as ManifestFailure {
      throw Self.error("the manifest \(failure)", field: "manifest")
    }
  }

  /// Imports contacts, or continues an import.
  ///
  /// - Parameters:
  ///   - contacts: The contacts, which are iterated twice.
  ///   - manifest: The file that makes the import resumable.
  /// - Returns: The verdicts, in the order of the contacts.
  /// - Throws: As `run(_:manifest:)` for asynchronous sequences does.
  public func run(
    _ contacts: some Sequence<ImportedContact> & Sendable, manifest: URL? = nil
  ) async throws -> Report {
    try await run(RepeatableSequence(base: contacts), manifest: manifest)
  }

  private func run<Contacts: AsyncSequence & Sendable>(
    _ contacts: Contacts, journal: ImportJournal
  ) async throws -> Report where Contacts.Element == ImportedContact {
    let directory = AccountDirectory(client: client, lists: options.lists)
    guard !options.lists.isEmpty else { throw Self.error("`lists` is empty", field: "lists") }
    let lists = try await directory.resolvedLists()
    let plan = try await plan(contacts, directory, lists)
    var state = try ImportState(plan: plan, journal: journal)
    if state.hasChunksToSend {
      var sender = try ImportSender(self, state, lists: lists)
      for try await contact in contacts { try await sender.add(contact, directory) }
      try await sender.finish()
      state = sender.state
    }
    var follower = ImportFollower(self, state)
    try await follower.waitForActivities()
    try await follower.reconcile()
    return Report(follower.state)
  }

  /// Reads the contacts as CSV and, when that cannot hold their values and the options permit it, as JSON.
  private func plan<Contacts: AsyncSequence & Sendable>(
    _ contacts: Contacts, _ directory: AccountDirectory, _ lists: [ListID]
  ) async throws -> ImportPlan where Contacts.Element == ImportedContact {
    let formats = options.format.map { [$0] } ?? [.csv, .json]
    for format in formats {
      var planner = ImportPlanner(self, format: format, refusesOthers: format == formats.last, lists: lists)
      var fits = true
      for try await contact in contacts {
        fits = try await planner.add(contact, directory)
        if !fits { break }
      }
      if fits { return try await planner.plan() }
    }
    throw Self.error("the contacts cannot be read", field: "contacts")
  }

  private func lock(_ manifest: URL?) async throws -> FileLock? {
    guard let manifest else { return nil }
    return try await FileLock.acquire(at: manifest.path(percentEncoded: false) + ".lock", maximumWait: .zero)
  }

  static func error(
    _ message: String, field: String? = nil, _ code: ConstantContactError.Code = .invalidInput
  ) -> ConstantContactError {
    ConstantContactError(
      code, "contacts not imported: \(message)", operation: OperationDescriptor.activitiesImportContacts.name,
      invalidField: field.map { InvalidField(name: $0) })
  }
}
