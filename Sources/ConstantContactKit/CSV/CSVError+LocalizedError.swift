public import Foundation

extension CSVError: LocalizedError {
  /// The location and the message as a sentence.
  public var errorDescription: String? {
    guard let first = description.first else { return nil }
    return first.uppercased() + description.dropFirst() + "."
  }
}
