#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What a request carries.
public enum TransportBody: Sendable, Hashable {
  /// Bytes held in memory.
  case bytes(Data)
  /// A file's contents, read when they are sent. The file has to stay until the call is over.
  case file(URL)

  /// Reads the whole body into memory.
  public func data() throws -> Data {
    switch self {
    case .bytes(let data): data
    case .file(let url): try Data(contentsOf: url)
    }
  }
}

extension TransportBody: Redacting {
  /// How much there is, never what it says: a body holds people's addresses and, to the token host, secrets.
  public var description: String {
    switch self {
    case .bytes(let data): "\(data.count) bytes"
    case .file: "a file"
    }
  }
}
