#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The body of a request.
public enum TransportBody: Sendable, Hashable {
  /// Bytes in memory.
  case bytes(Data)
  /// The contents of a file, read while they are sent. The file must not change until the call has ended.
  case file(URL)

  /// Reads the whole body into memory.
  ///
  /// - Throws: The error of reading the file.
  public func data() throws -> Data {
    switch self {
    case .bytes(let data): data
    case .file(let url): try Data(contentsOf: url)
    }
  }
}

extension TransportBody: Redacting {
  /// The size, never the contents: a body holds personal data or, for the token host, secrets.
  public var description: String {
    switch self {
    case .bytes(let data): "\(data.count) bytes"
    case .file: "a file"
    }
  }
}
