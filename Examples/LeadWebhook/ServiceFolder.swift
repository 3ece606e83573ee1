public import Foundation

/// The folder with the accepted requests and the results. One process uses it at a time.
///
/// | name | content |
/// |---|---|
/// | `accepted/` | a file for each unfinished request |
/// | `results/` | a log per day, with a line for each finished lead |
/// | `account` | the ID of the account that the leads are for |
/// | `lock` | the lock of the running process |
public struct ServiceFolder: Sendable {
  /// The reason why a folder cannot be used. It contains no file's content.
  public struct Failure: Error, CustomStringConvertible {
    /// What failed, why, and what to do.
    public let description: String
  }

  let url: URL
  private let lock: FolderLock

  /// Locks a folder, and creates it when it is missing.
  ///
  /// - Parameters:
  ///   - url: The folder.
  ///   - patience: How long to wait while another process uses the folder.
  /// - Throws: ``Failure``; `CancellationError`.
  public init(_ url: URL, patience: Duration = .seconds(10)) async throws {
    self.url = url
    do {
      for folder in [url, Self.accepted(in: url), Self.results(in: url)] { try DurableFile.makeFolder(folder) }
      guard let lock = try await FolderLock.acquire(url.appendingPathComponent("lock"), patience: patience) else {
        throw Failure(
          description: "Another process uses the folder \(url.path). Stop it, or choose another with --folder.")
      }
      self.lock = lock
    } catch let failure as DurableFile.Failure {
      throw Failure(description: "A file in the folder \(url.path) \(failure).")
    } catch let error as CocoaError {
      throw Failure(description: "The folder \(url.path) cannot be created: \(error.localizedDescription)")
    }
  }

  /// Releases the lock.
  public func release() { lock.release() }

  /// The ID of the account that the leads are for; `nil` before ``remember(account:)``.
  ///
  /// - Throws: ``Failure``.
  public var account: String? {
    get throws {
      do {
        guard let data = try DurableFile.read(accountFile, limit: 1_000) else { return nil }
        let id = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return id.isEmpty ? nil : id
      } catch {
        throw Failure(description: "The file \(accountFile.path) \(error).")
      }
    }
  }

  /// Stores the ID of the account that the leads are for.
  ///
  /// - Throws: ``Failure``.
  public func remember(account id: String) throws {
    do {
      try DurableFile.replace(accountFile, with: Data((id + "\n").utf8))
    } catch {
      throw Failure(description: "The file \(accountFile.path) \(error).")
    }
  }

  var acceptedFolder: URL { Self.accepted(in: url) }
  var resultsFolder: URL { Self.results(in: url) }
  private var accountFile: URL { url.appendingPathComponent("account") }

  private static func accepted(in url: URL) -> URL { url.appendingPathComponent("accepted", isDirectory: true) }
  private static func results(in url: URL) -> URL { url.appendingPathComponent("results", isDirectory: true) }
}
