/// Why a request was not accepted. Nothing of it is kept.
package enum Refusal: Error, Sendable, Hashable {
  /// The service is about to end.
  case stopping
  /// Too many leads wait already.
  case full
  /// The disk did not take it.
  case storage
  /// The same key came with another body before.
  case keyReused
}
