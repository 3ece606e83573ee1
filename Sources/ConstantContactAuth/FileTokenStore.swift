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
/// Use one store for a file. Two of them, in one process or in several, do not yet wait for each other.
public actor FileTokenStore: TokenStore {
  private let path: String

  /// Makes a store. Nothing is read or written yet.
  ///
  /// - Parameter file: Where the credentials are kept.
  public init(file: URL) { path = file.path(percentEncoded: false) }

  /// The credentials in the file, or `nil` when there is no file.
  ///
  /// - Throws: ``AuthError`` with code `storage` when it cannot be read or is damaged.
  public func load() throws -> Credentials? {
    guard let data = try Self.rephrasing({ try PrivateFile.contents(at: path) }) else { return nil }
    // The decoder's error is left behind: it may quote what it could not read.
    guard let credentials = try? JSONDecoder().decode(Credentials.self, from: data) else {
      throw AuthError(
        .storage,
        message: "the token file is damaged: restore it, or remove it and connect the account again"
      )
    }
    return credentials
  }

  /// Replaces the file, if it holds the expected generation.
  ///
  /// - Throws: ``AuthError`` with code `storage` when it cannot be written, or what is there is damaged.
  public func save(_ new: Credentials, replacing expected: Int?) throws -> Bool {
    guard try load()?.generation == expected else { return false }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(new) else {
      throw AuthError(.storage, message: "the credentials cannot be written as JSON")
    }
    try Self.rephrasing { try PrivateFile.replace(at: path, with: data) }
    return true
  }

  /// Removes the file, damaged or not.
  ///
  /// - Throws: ``AuthError`` with code `storage` when it cannot be removed.
  public func clear() throws { try Self.rephrasing { try PrivateFile.remove(at: path) } }

  private static func rephrasing<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as PrivateFile.Failure {
      throw AuthError(.storage, message: "the token file \(failure)", cause: failure)
    }
  }
}
