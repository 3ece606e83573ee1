public import Foundation

extension ConstantContactError: LocalizedError {
  /// What failed, why, and what to do, in full sentences: `localizedDescription` is the same.
  public var errorDescription: String? {
    var text = message.first.map { $0.uppercased() + message.dropFirst() } ?? "The call failed"
    if !text.hasSuffix(".") { text += "." }
    return recoverySuggestion.map { "\(text) \($0)" } ?? text
  }

  /// What failed and why, without what to do.
  public var failureReason: String? { message }

  /// What to do about it; `nil` when there is nothing to do.
  public var recoverySuggestion: String? { advice.sentence }
}

extension ConstantContactError: CustomNSError {
  /// The domain of the error as an `NSError`.
  public static var errorDomain: String { "ConstantContactKit.ConstantContactError" }

  /// The number of the code. Numbers are stable; a code that is not the library's own has the number 0.
  public var errorCode: Int { catalogEntry?.number ?? 0 }

  /// The texts of the error. Foundation on Linux takes them from here, not from `LocalizedError`.
  public var errorUserInfo: [String: Any] {
    var info: [String: Any] = [NSLocalizedFailureReasonErrorKey: message]
    info[NSLocalizedDescriptionKey] = errorDescription
    info[NSLocalizedRecoverySuggestionErrorKey] = recoverySuggestion
    return info
  }
}
