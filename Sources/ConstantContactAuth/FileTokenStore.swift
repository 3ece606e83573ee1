public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A token store in a JSON file that only its owner may read (mode 0600).
///
/// The file is replaced in one step: after a crash it holds the old or the new credentials. A missing directory is
/// created (mode 0700). A file with a wider mode is read, and the next save corrects its mode. A file that cannot be
/// read as credentials is an error for ``load()`` and ``save(_:replacing:)`` until it is removed, for instance by
/// ``clear()``.
///
/// Any number of stores, in one process or several, can share a file. They exclude each other during refreshes and
/// writes by `flock` locks on two empty files beside it (`….refresh.lock` and `….lock`), which the system releases when
/// a process ends. Do not remove these files while the store is in use, and use a file system that supports `flock`.
///
/// Symbolic links are followed: the target is read and replaced, and the lock files stand beside it.
public actor FileTokenStore: TokenStore {
  private let path: String
  private let lockTimeout: Duration
  private var refreshLock: FileLock?

  /// Creates a store. Nothing is read or written yet.
  ///
  /// - Parameter file: The file for the credentials.
  public init(file: URL) {
    // Longer than a refresh with all its retries takes, and than several processes need one after another.
    self.init(file: file, lockTimeout: .seconds(300))
  }

  /// Creates a store.
  ///
  /// - Parameters:
  ///   - file: The file for the credentials.
  ///   - lockTimeout: The longest time to wait for another process.
  package init(file: URL, lockTimeout: Duration) {
    var path = file.path(percentEncoded: false)
    // Otherwise the lock files of a path that ends in a slash would stand inside a directory of this name.
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.lockTimeout = lockTimeout
  }

  deinit { refreshLock?.release() }

  /// Returns the credentials in the file, or `nil` when there is no file.
  ///
  /// - Throws: ``OAuthError`` with code `storage` when the file cannot be read or is damaged.
  public func load() throws -> OAuthCredentials? {
    try Self.mappingFailures { try Self.credentials(in: PrivateFile.contents(at: path)) }
  }

  /// Replaces the file if it holds the expected generation.
  ///
  /// - Throws: ``OAuthError`` with code `storage` when the file cannot be written, is damaged, or another process holds
  ///   its lock for 5 minutes; `CancellationError`, before anything is written.
  public func save(_ new: OAuthCredentials, replacing expected: Int?) async throws -> Bool {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(new) else {
      throw OAuthError(
        .storage, message: "The token file could not be written: a date of the credentials is not a finite number.")
    }
    return try await Self.mappingFailures {
      try await LockedFile.withLock(at: path, maximumWait: lockTimeout) { file in
        guard try Self.credentials(in: file.contents())?.generation == expected else { return false }
        try file.replace(with: data)
        return true
      }
    }
  }

  /// Removes the file, damaged or not, and the temporary file of a process that was killed while saving.
  ///
  /// The lock files stay. A refresh that is under way does not restore the file.
  ///
  /// - Throws: ``OAuthError`` with code `storage` when the file cannot be removed, or another process holds its lock for
  ///   5 minutes; `CancellationError`, before anything is removed.
  public func clear() async throws {
    try await Self.mappingFailures {
      try await LockedFile.withLock(at: path, maximumWait: lockTimeout) { try $0.remove() }
    }
  }

  /// Waits until no other user of the file refreshes, and excludes others.
  ///
  /// New credentials can be saved meanwhile: ``save(_:replacing:)`` uses another lock.
  ///
  /// - Throws: ``OAuthError`` with code `storage` when another process holds the lock for 5 minutes, or it cannot be
  ///   acquired; `CancellationError`.
  public func beginExclusiveAccess() async throws {
    refreshLock = try await Self.mappingFailures {
      try await FileLock.acquire(at: "\(PrivateFile.target(of: path)).refresh.lock", maximumWait: lockTimeout)
    }
  }

  /// Ends exclusive access.
  public func endExclusiveAccess() async {
    // It has to be declared `async`: callers outside the actor would otherwise get the protocol's empty default.
    refreshLock?.release()
    refreshLock = nil
  }

  private static func credentials(in data: Data?) throws -> OAuthCredentials? {
    guard let data else { return nil }
    guard let credentials = (try? JSONGuard.decode(OAuthCredentials.self, from: data)) else {
      throw OAuthError(
        .storage,
        message: "The token file is damaged. Restore it, or remove it and connect the account again."
      )
    }
    return credentials
  }

  private static func mappingFailures<Output>(_ body: () throws -> Output) throws -> Output {
    do { return try body() } catch let failure as PrivateFile.Failure { throw error(failure) }
  }

  private static func mappingFailures<Output>(_ body: () async throws -> Output) async throws -> Output {
    do { return try await body() } catch let failure as PrivateFile.Failure { throw error(failure) }
  }

  private static func error(_ failure: PrivateFile.Failure) -> OAuthError {
    OAuthError(.storage, message: "The token file \(failure).", cause: failure)
  }
}

extension FileTokenStore: Redacting {
  /// The name of the type, without the path: users name files after their accounts.
  public nonisolated var description: String { "FileTokenStore" }
}
