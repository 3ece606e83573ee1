import Foundation

/// The result of fuzzing one target.
struct Report: Sendable {
  let target: String
  var executions = 0
  /// The executions that ended with a typed error.
  var errors = 0
  /// The first error of a type that the target must not throw.
  var unexpected: String?

  var line: String {
    let counts = String(format: "%10d  %6d", executions, errors)
    return "\(counts)  \(target)\(unexpected.map { ": unexpected \($0)" } ?? "")"
  }

  /// Writes a line to standard error.
  static func note(_ text: String) { FileHandle.standardError.write(Data("fuzz: \(text)\n".utf8)) }
}
