/// The reason why a request was not accepted. None of its leads is stored.
public enum Refusal: Error, Sendable, Hashable {
  /// The service is stopping.
  case stopping
  /// Too many leads are waiting.
  case full
  /// The request could not be written to the disk.
  case storage
  /// An earlier request used the same key with another body.
  case keyReused
}
