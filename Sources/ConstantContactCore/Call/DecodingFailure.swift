internal import ConstantContactTransport

/// Describes what could not be decoded, and where, without any of the data.
enum DecodingFailure {
  static func describe(_ error: any Error) -> String {
    if let violation = error as? JSONGuard.Violation { return violation.description }
    guard let error = error as? DecodingError else { return "not readable" }
    switch error {
    case .typeMismatch(let type, let context): return "not a \(type) at \(path(context))"
    case .valueNotFound(let type, let context): return "no \(type) at \(path(context))"
    case .keyNotFound(let key, let context):
      return "no member \(Redaction.redacted(key.stringValue)) at \(path(context))"
    case .dataCorrupted(let context): return "malformed at \(path(context))"
    @unknown default: return "not readable"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    // Where a dictionary is decoded, the names of its members are data.
    let path = context.codingPath.map { $0.intValue.map(String.init) ?? Redaction.redacted($0.stringValue) }
      .joined(separator: "/")
    return path.isEmpty ? "the top level" : path
  }
}
