public import ConstantContactCore
public import ConstantContactResources

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Exports contacts: starts the export, waits for it, and delivers its file as contacts or on disk, at constant memory.
///
/// ```swift
/// let exporter = ContactExporter(client)
/// let contacts = try await exporter.start(ContactExport(.lists([newsletter]), status: .active))
/// for try await contact in contacts {
///   print(contact.id ?? "", contact[.createdAt] ?? "")
/// }
/// ```
///
/// Keep ``ExportedContacts/id``: another process can continue with ``contacts(of:)``, without a second export.
///
/// See [Export contacts](https://developer.constantcontact.com/api_guide/export_contacts.html).
public struct ContactExporter: Sendable {
  /// The options of an export.
  public struct Options: Sendable, Hashable {
    /// How often the activity's state is requested, and for how long.
    public var polling = ActivityPolling()
    /// The longest time to wait for the file of a completed activity, 0 to a day; 2 minutes. Constant Contact does not document whether
    /// it exists at once.
    public var fileWait: Duration = .seconds(120)
    /// The directory of the file that is downloaded while contacts are iterated over: as large as the export.
    public var temporaryDirectory = FileManager.default.temporaryDirectory

    /// Creates the default options.
    public init() {}
  }

  /// What an export has written.
  public struct Summary: Sendable, Hashable {
    /// The activity.
    public let id: BulkActivityID
    /// The number of contacts in the file.
    public let contacts: Int
    /// The titles of the file's columns.
    public let titles: [String]
  }

  /// The client of the account.
  public let client: ConstantContact
  /// The options.
  public let options: Options

  /// Creates an exporter.
  ///
  /// - Parameters:
  ///   - client: The client of the account.
  ///   - options: The options.
  public init(_ client: ConstantContact, options: Options = Options()) {
    self.client = client
    self.options = options
  }

  /// Starts an export.
  ///
  /// - Parameter export: The contacts and the columns.
  /// - Returns: The contacts, which are downloaded when they are iterated over or saved.
  /// - Throws: ``ConstantContactError``, with code `invalidInput` before anything is sent when the options cannot be combined;
  ///   `CancellationError`.
  public func start(_ export: ContactExport = ContactExport()) async throws -> ExportedContacts {
    let activity = try await client.activities.exportContacts(export)
    return ExportedContacts(id: activity.id, activity: activity, exporter: self)
  }

  /// Returns the contacts of an export that was started before, in this process or in another.
  ///
  /// - Parameter id: The export's activity.
  public func contacts(of id: BulkActivityID) -> ExportedContacts {
    ExportedContacts(id: id, activity: nil, exporter: self)
  }

  /// Exports contacts to a file.
  ///
  /// To be able to continue after an interruption, use ``start(_:)`` and ``ExportedContacts/save(to:)``.
  ///
  /// - Parameters:
  ///   - export: The contacts and the columns.
  ///   - file: The CSV file, which only its owner can read. It is replaced in one step when the export is complete.
  /// - Returns: What was written.
  /// - Throws: As ``start(_:)`` and ``ExportedContacts/save(to:)`` do.
  @discardableResult
  public func export(_ export: ContactExport = ContactExport(), to file: URL) async throws -> Summary {
    try await start(export).save(to: file)
  }
}

extension ContactExporter: APIWorkflow {
  /// The operations that an export calls.
  public var operations: Set<OperationDescriptor> {
    [.activitiesExportContacts, .activitiesGet, .activitiesExportedCSV]
  }
}
