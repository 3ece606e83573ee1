public import ConstantContactCore

extension BulkActivity {
  /// The state of an activity.
  ///
  /// States are compared case-insensitively; `time_out` and `canceled`, which the documentation mentions in passing, equal
  /// ``timedOut`` and ``cancelled``.
  public struct State: OpenValue {
    /// The known states, for use in a `switch`.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      /// Queued.
      case initialized
      /// Running.
      case processing
      /// Finished.
      case completed
      /// Failed.
      case failed
      /// Cancelled.
      case cancelled
      /// Stopped because it took too long.
      case timedOut = "timed_out"
      /// A state that the library does not know.
      case unknown
    }

    /// The raw API value.
    public let rawValue: String

    /// Creates a state from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Queued.
    public static let initialized: State = "initialized"
    /// Running.
    public static let processing: State = "processing"
    /// Finished.
    public static let completed: State = "completed"
    /// Failed.
    public static let failed: State = "failed"
    /// Cancelled.
    public static let cancelled: State = "cancelled"
    /// Stopped because it took too long.
    public static let timedOut: State = "timed_out"

    /// The state, for use in a `switch`.
    public var kind: Kind { Kind(rawValue: normalized) ?? .unknown }

    /// Whether the activity has ended.
    public var isFinal: Bool {
      switch kind {
      case .completed, .failed, .cancelled, .timedOut: true
      case .initialized, .processing, .unknown: false
      }
    }

    /// Whether both are the same state, however it is spelled.
    public static func == (left: State, right: State) -> Bool { left.normalized == right.normalized }

    /// Hashes the state, however it is spelled.
    public func hash(into hasher: inout Hasher) { hasher.combine(normalized) }

    private var normalized: String {
      let text = String(rawValue.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
      return switch text {
      case "complete": "completed"
      case "canceled": "cancelled"
      case "time_out", "timeout", "timedout": "timed_out"
      default: text
      }
    }
  }
}
