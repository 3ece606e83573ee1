public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A rate limit store in a file, for the processes of one machine.
///
/// The file (mode 0600) is replaced as a whole, under a lock that the system releases when a process ends: after a crash, the stored
/// count is correct or one too high. A file that cannot be decoded is replaced by an empty state, because the API itself still
/// refuses requests beyond the limits.
///
/// Use one file for each API key, on a file system that supports `flock`.
public struct FileRateLimitStore: RateLimitStore {
  private let path: String

  /// Creates a store. No file is read or written yet.
  ///
  /// - Parameter file: The file that holds the state. Its lock file has the same name with `.lock` added. Behind a symbolic link, the
  ///   file that the link leads to is locked and replaced.
  public init(file: URL) { path = file.path(percentEncoded: false) }

  /// Changes the state under the lock.
  ///
  /// - Parameter change: Changes the state.
  /// - Returns: What `change` returns.
  /// - Throws: An error that describes why the file cannot be used; `CancellationError`.
  public func update<Value: Sendable>(
    _ change: @Sendable (inout RateLimitState) -> Value
  ) async throws -> Value {
    try await LockedFile.withLock(at: path) { file in
      let data = try file.contents()
      var state = data.flatMap { try? JSONGuard.decode(RateLimitState.self, from: $0) } ?? RateLimitState()
      let before = state
      let value = change(&state)
      if state != before { try file.replace(with: JSONEncoder().encode(state), durably: false) }
      return value
    }
  }
}

extension FileRateLimitStore: Redacting {
  /// The type's name. The path is left out because file names can identify an account.
  public var description: String { "FileRateLimitStore" }
}
