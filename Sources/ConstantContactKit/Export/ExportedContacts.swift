internal import ConstantContactCore
public import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The contacts of an export: iterate over them, or save the file.
///
/// An iteration waits for the activity, downloads the file to a temporary file that only its owner can read, and delivers its rows. The
/// temporary file has no name any more when the first contact is delivered, so nothing remains however the iteration ends. Each
/// iteration downloads the file again; none starts another export.
public struct ExportedContacts: AsyncSequence, Sendable {
  /// A contact.
  public typealias Element = ExportedContact

  /// The export's activity. Keep it to continue later with ``ContactExporter/contacts(of:)``.
  public let id: BulkActivityID
  private let exporter: ContactExporter
  private let latest: Locked<BulkActivity?>

  init(id: BulkActivityID, activity: BulkActivity?, exporter: ContactExporter) {
    self.id = id
    self.exporter = exporter
    latest = Locked(activity)
  }

  /// Waits until the export has ended. Iterating and saving do so, too.
  ///
  /// - Returns: The activity.
  /// - Throws: ``ConstantContactError`` as ``BulkActivitiesAPI/wait(for:polling:)-(BulkActivity,_)`` does; `CancellationError`, which leaves
  ///   the export running.
  @discardableResult
  public func wait() async throws -> BulkActivity {
    let known = latest.withLock { $0 }
    if let known, known.isFinal {
      try known.requireCompletion()
      return known
    }
    let (activities, polling) = (exporter.client.activities, exporter.options.polling)
    let final =
      if let known {
        try await activities.wait(for: known, polling: polling)
      } else {
        try await activities.wait(for: id, polling: polling)
      }
    latest.withLock { $0 = final }
    return final
  }

  /// Waits until the export has ended, and saves its file.
  ///
  /// - Parameter file: The CSV file, as Constant Contact wrote it. Only its owner can read it. It is replaced in one step when the export
  ///   is complete, and unchanged otherwise. Its directory must exist.
  /// - Returns: What was written.
  /// - Throws: ``ConstantContactError``: as ``wait()`` does; code `notFound` or `stillProcessing` when there is no file; code
  ///   `unreadableResponse` when the file has fewer rows than the activity counts, or is not CSV; code `connection` when it cannot be
  ///   written. `CancellationError`.
  @discardableResult
  public func save(to file: URL) async throws -> ContactExporter.Summary {
    let activity = try await wait()
    let part = file.deletingLastPathComponent().appending(path: ".\(UUID().uuidString).csv")
    defer { DownloadFile.remove(part) }
    try await download(activity, to: part)
    var options = Self.options
    // Only the structure matters here: bytes in any encoding are saved as they are.
    options.encoding = .windows1252
    var records = CSVReader(file: part, options: options).makeAsyncIterator()
    let (rows, titles) = try await Self.readingCSV {
      let titles = try await records.next()?.fields ?? []
      var rows = 0
      while try await records.next() != nil { rows += 1 }
      return (rows, titles)
    }
    try Self.requireAllRows(rows, of: activity)
    do {
      try PrivateFile.move(part.path(percentEncoded: false), to: file.path(percentEncoded: false))
    } catch {
      throw ConstantContactError(
        .connection, "the exported file could not be written",
        operation: OperationDescriptor.activitiesExportedCSV.name, cause: error)
    }
    return ContactExporter.Summary(id: id, contacts: rows, titles: titles)
  }

  /// Creates an iterator, which downloads the file when its first element is requested.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }

  /// Waits for the export, downloads the file and reads its contacts.
  public struct Iterator: AsyncIteratorProtocol {
    private let contacts: ExportedContacts
    private var activity: BulkActivity?
    private var records: CSVReader.Iterator?
    private var heading: ExportHeading?
    private var rows = 0
    private var isFinished = false

    init(_ contacts: ExportedContacts) { self.contacts = contacts }

    /// Returns the next contact; `nil` after the last.
    ///
    /// - Throws: As ``ExportedContacts/save(to:)`` does. When the file has fewer rows than the activity counts, the error comes after the
    ///   last contact.
    public mutating func next() async throws -> ExportedContact? {
      guard !isFinished else { return nil }
      do {
        if records == nil {
          let activity = try await contacts.wait()
          records = try await contacts.records(of: activity)
          self.activity = activity
          heading = try await nextRecord().map(ExportHeading.init)
        }
        if let heading, let record = try await nextRecord() {
          rows += 1
          return ExportedContact(record: record, heading: heading)
        }
        close()
        if let activity { try ExportedContacts.requireAllRows(rows, of: activity) }
        return nil
      } catch {
        close()
        throw error
      }
    }

    private mutating func nextRecord() async throws -> CSVRecord? {
      guard var iterator = records.take() else { return nil }
      let record = try await ExportedContacts.readingCSV { try await iterator.next() }
      records = iterator
      return record
    }

    private mutating func close() {
      isFinished = true
      records = nil
    }
  }
}

extension ExportedContacts {
  /// Exports are read leniently, since their exact format is not documented.
  private static var options: CSVOptions {
    var options = CSVOptions()
    options.recordLimit = 16 << 20
    options.fieldLimit = 10_000
    options.allowsStrayQuotes = true
    return options
  }

  /// Downloads the file and opens it. It has no name any more when this returns or throws.
  private func records(of activity: BulkActivity) async throws -> CSVReader.Iterator {
    let part = exporter.options.temporaryDirectory.appending(path: "constant-contact-\(UUID().uuidString).csv")
    defer { DownloadFile.remove(part) }
    try await download(activity, to: part)
    let file = try OpenedFile(at: part)
    return CSVReader(options: Self.options) { CSVFileChunks(file) }.makeAsyncIterator()
  }

  /// Downloads the file as soon as it exists.
  private func download(_ activity: BulkActivity, to file: URL) async throws {
    let time = exporter.client.configuration.time
    let limit = Swift.min(Swift.max(.zero, exporter.options.fileWait), .seconds(86_400))
    let start = time.elapsed
    // The file of an export that was completed long ago does not appear any more.
    let age = activity.completedAt?.date.map { time.now.timeIntervalSince($0) } ?? 0
    var pause = Duration.seconds(5)
    while true {
      do {
        return try await exporter.client.activities.inBackground.downloadExportedCSV(of: id, to: file)
      } catch let error as ConstantContactError where error.code == .stillProcessing || error.code == .notFound {
        let isOld = error.code == .notFound && age > limit / .seconds(1)
        guard !isOld, time.elapsed - start + pause <= limit else {
          throw error.with(
            message: error.code == .notFound
              ? "the export's file does not exist: it has expired or was never written. Start a new export"
              : "the export is completed, but its file does not exist yet. Continue with the activity's ID later")
        }
        try await time.sleep(for: pause)
        pause = Swift.min(pause * 2, .seconds(60))
      }
    }
  }

  private static func readingCSV<Value>(_ read: () async throws -> Value) async throws -> Value {
    do {
      return try await read()
    } catch let error as CSVError {
      throw ConstantContactError(
        .unreadableResponse, "the exported file cannot be read: \(error)",
        operation: OperationDescriptor.activitiesExportedCSV.name, cause: error)
    }
  }

  private static func requireAllRows(_ rows: Int, of activity: BulkActivity) throws {
    guard let expected = activity.counts?.total ?? activity.counts?.completed, rows < expected else { return }
    throw ConstantContactError(
      .unreadableResponse,
      "the exported file has \(rows) contacts, but the activity counts \(expected). Start a new export",
      operation: OperationDescriptor.activitiesExportedCSV.name)
  }
}
