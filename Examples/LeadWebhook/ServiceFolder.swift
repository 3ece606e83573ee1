internal import ConstantContactTransport
package import Foundation

/// Where the service keeps what it has promised and what it has done. One process has it at a time.
///
/// | in it | what |
/// |---|---|
/// | `accepted/` | a file for each request that is not done |
/// | `results/` | a log a day with a line for each lead that is done |
/// | `account` | the account that the leads are for |
/// | `lock` | the lock of the process that runs |
package struct ServiceFolder: Sendable {
  /// Why a folder cannot be used. It names no file's content.
  package struct Failure: Error, CustomStringConvertible {
    /// What is wrong and what to do.
    package let description: String
  }

  let url: URL
  private let lock: FileLock

  /// Takes a folder, and makes it when it is missing.
  ///
  /// - Parameters:
  ///   - url: The folder.
  ///   - account: What tells the account from others: leads that were accepted for one must not end up in another.
  ///   - patience: How long another process may take to let go of it.
  /// - Throws: ``Failure``, `CancellationError`.
  package init(_ url: URL, account: String, patience: Duration = .seconds(10)) async throws {
    self.url = url
    let path = url.appendingPathComponent("lock").path
    do {
      lock = try await Self.lock(path, patience: patience)
    } catch let failure as PrivateFile.Failure {
      throw Failure(description: "the folder \(url.path) \(failure.description)")
    }
    do {
      try claim(for: account)
      for folder in [acceptedFolder, resultsFolder] {
        try PrivateFile.makeDirectory(of: folder.appendingPathComponent("file").path)
      }
    } catch {
      lock.release()
      guard let failure = error as? PrivateFile.Failure else { throw error }
      throw Failure(description: "a file of the folder \(url.path) \(failure.description)")
    }
  }

  /// Lets go of it.
  package func release() { lock.release() }

  var acceptedFolder: URL { url.appendingPathComponent("accepted", isDirectory: true) }
  var resultsFolder: URL { url.appendingPathComponent("results", isDirectory: true) }

  private func claim(for account: String) throws {
    let path = url.appendingPathComponent("account").path
    guard let known = try PrivateFile.contents(at: path) else {
      return try PrivateFile.replace(at: path, with: Data((account + "\n").utf8))
    }
    let owner = String(decoding: known, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard owner == account else {
      throw Failure(
        description: "the folder \(url.path) holds leads for \(owner), not for \(account): name another with --folder")
    }
  }

  private static func lock(_ path: String, patience: Duration) async throws -> FileLock {
    try await withThrowingTaskGroup(of: FileLock?.self) { group in
      group.addTask { try await FileLock.acquire(at: path) }
      group.addTask {
        try await ContinuousClock().sleep(for: patience)
        return nil
      }
      defer { group.cancelAll() }
      guard let lock = try await group.next() ?? nil else {
        throw Failure(description: "another process works on \((path as NSString).deletingLastPathComponent)")
      }
      return lock
    }
  }
}
