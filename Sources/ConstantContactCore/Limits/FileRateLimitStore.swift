public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A ledger in a file, for the processes of one machine.
///
/// The file (mode 0600) is replaced whole, under a lock that the system frees when a process ends: a crash leaves the count as it was or one
/// higher. A file that cannot be read as an account is begun anew: the service itself still says when the day's requests are used up.
///
/// Keep one for each API key, on a file system that knows `flock`.
public struct FileRateLimitStore: RateLimitStore {
  private let path: String

  /// Makes a ledger. Nothing is read or written yet.
  ///
  /// - Parameter file: Where the account is kept. Beside it there will be a file with `.lock` added to its name.
  public init(file: URL) { path = file.path(percentEncoded: false) }

  /// Changes the account under the lock.
  ///
  /// - Throws: An error that says why the file cannot be used; `CancellationError`.
  public func update<Result: Sendable>(
    _ change: @Sendable (inout RateLimitState) -> Result
  ) async throws -> Result {
    let lock = try await FileLock.acquire(at: path + ".lock")
    defer { lock.release() }
    let data = try PrivateFile.contents(at: path)
    var account = data.flatMap { try? JSONGuard.decode(RateLimitState.self, from: $0) } ?? RateLimitState()
    let before = account
    let result = change(&account)
    if account != before {
      try PrivateFile.replace(at: path, with: JSONEncoder().encode(account), durably: false, isLocked: true)
    }
    return result
  }
}

extension FileRateLimitStore: Redacting {
  /// Without the path: people name files after their accounts.
  public var description: String { "FileRequestLedger" }
}
