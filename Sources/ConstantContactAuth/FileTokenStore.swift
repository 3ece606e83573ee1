internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Keeps credentials in a JSON file that only its owner may read (mode 0600).
///
/// The file is replaced whole: after a crash it holds the old pair or the new one, never half of one. A directory that
/// is missing is made (mode 0700). A file with a looser mode is read, and tightened by the next save. A file that is
/// not what this store wrote is an error, for loading and for saving, until it is removed or ``clear()`` is called.
///
/// Any number of stores, in one process or in several, may share a file: they take turns at a refresh, and at each save,
/// by locks on two empty files beside it (`….lock` and `….refresh.lock`). The system frees the locks of a process that
/// dies. The files stay, and must not be removed while somebody uses the store. The locks are `flock`'s: on a network
/// file system they work as well as that does there.
///
/// A symbolic link stays one: what it points to is read and replaced, and the lock files stand there.
public actor FileTokenStore: TokenStore {
  private let path: String
  private var exclusive: FileLock?

  /// Makes a store. Nothing is read or written yet.
  ///
  /// - Parameter file: Where the credentials are kept.
  public init(file: URL) {
    var path = file.path(percentEncoded: false)
    // The lock files are to stand beside what was named, even if that is a folder by mistake.
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  deinit { exclusive?.release() }

  /// The credentials in the file, or `nil` when there is no file.
  ///
  /// - Throws: ``OAuthError`` with code `storage` when it cannot be read or is damaged.
  public func load() throws -> OAuthCredentials? {
    guard let data = try Self.rephrasing({ try PrivateFile.contents(at: path) }) else { return nil }
    // The decoder's error is left behind: it may quote what it could not read.
    guard let credentials = try? JSONGuard.decode(OAuthCredentials.self, from: data) else {
      throw OAuthError(
        .storage,
        message: "the token file is damaged: restore it, or remove it and connect the account again"
      )
    }
    return credentials
  }

  /// Replaces the file, if it holds the expected generation.
  ///
  /// - Throws: ``OAuthError`` with code `storage` when it cannot be written, or what is there is damaged; or
  ///   `CancellationError`, before anything is written.
  public func save(_ new: OAuthCredentials, replacing expected: Int?) async throws -> Bool {
    let lock = try await lock("lock")
    defer { lock.release() }
    guard try load()?.generation == expected else { return false }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(new) else {
      throw OAuthError(.storage, message: "the credentials cannot be written as JSON")
    }
    try Self.rephrasing { try PrivateFile.replace(at: path, with: data, isLocked: true) }
    return true
  }

  /// Removes the file, damaged or not, and what a process that was killed while saving left beside it. The lock files
  /// stay.
  ///
  /// - Throws: ``OAuthError`` with code `storage` when it cannot be removed.
  public func clear() throws {
    try Self.rephrasing {
      try PrivateFile.remove(at: "\(PrivateFile.target(of: path)).new")
      try PrivateFile.remove(at: path)
    }
  }

  /// Waits until nobody who shares the file is at a refresh.
  ///
  /// Saving needs the other lock only, for a moment: a new grant can be saved while a refresh is under way.
  ///
  /// - Throws: ``OAuthError`` with code `storage` when the lock cannot be had, or `CancellationError`.
  public func beginExclusiveAccess() async throws { exclusive = try await lock("refresh.lock") }

  /// Lets the next one at the refresh.
  public func endExclusiveAccess() async {
    // Async without need: else a caller outside the actor would get the protocol's default, which does nothing.
    exclusive?.release()
    exclusive = nil
  }

  private func lock(_ name: String) async throws -> FileLock {
    do {
      return try await FileLock.acquire(at: "\(PrivateFile.target(of: path)).\(name)")
    } catch let failure as PrivateFile.Failure {
      throw Self.error(failure)
    }
  }

  private static func rephrasing<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let failure as PrivateFile.Failure { throw error(failure) }
  }

  private static func error(_ failure: PrivateFile.Failure) -> OAuthError {
    OAuthError(.storage, message: "the token file \(failure)", cause: failure)
  }
}
