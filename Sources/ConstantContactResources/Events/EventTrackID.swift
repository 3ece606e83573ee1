public import ConstantContactCore

/// The ID of an event's track, which registrations belong to. An event has one, its `defaultTrack`.
public struct EventTrackID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
