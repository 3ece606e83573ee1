public import ConstantContactCore

/// The id of an event's track, which registrations belong to. An event has one, its `defaultTrack`.
public struct EventTrackID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
