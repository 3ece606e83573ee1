/// The progress of work on many items, at one moment.
///
/// Imports, exports and planned pushes report it. ``WorkProgressMeter`` creates it.
public struct WorkProgress: Sendable, Hashable {
  /// The number of completed items, at least 0.
  public let completed: Int
  /// The number of all items; `nil` while it is unknown.
  public let total: Int?
  /// The time since the work started, or was resumed.
  public let elapsed: Duration
  /// The items per second since the work started or was resumed; `nil` before an item is completed.
  public let itemsPerSecond: Double?

  /// Creates a progress. Values out of range are clamped.
  ///
  /// - Parameters:
  ///   - completed: The number of completed items.
  ///   - total: The number of all items; `nil` while it is unknown.
  ///   - elapsed: The time since the work started or was resumed.
  ///   - resumedAt: The number of items that were completed before that; they do not count toward the rate.
  public init(completed: Int, total: Int? = nil, elapsed: Duration = .zero, resumedAt: Int = 0) {
    let completed = max(0, completed)
    self.completed = completed
    self.total = total.map { max($0, completed) }
    self.elapsed = max(.zero, elapsed)
    let seconds = self.elapsed / .seconds(1)
    let own = completed - min(max(0, resumedAt), completed)
    itemsPerSecond = own > 0 && seconds > 0 ? Double(own) / seconds : nil
  }

  /// The completed part, from 0 to 1; 1 when there are no items; `nil` while the number of items is unknown.
  public var fraction: Double? {
    total.map { $0 == 0 ? 1 : Double(completed) / Double($0) }
  }

  /// The estimated time until the last item is completed, at the present rate; at most 100 years. `nil` while it is unknown.
  public var estimatedTimeRemaining: Duration? {
    guard let total else { return nil }
    if completed >= total { return .zero }
    guard let itemsPerSecond, itemsPerSecond > 0 else { return nil }
    let seconds = Double(total - completed) / itemsPerSecond
    return .seconds(min(max(seconds.isNaN ? 0 : seconds, 0), Self.longestEstimate))
  }

  /// 100 years in seconds.
  private static let longestEstimate: Double = 3_155_760_000
}

extension WorkProgress: CustomStringConvertible {
  /// The numbers in one line, such as `12000 of 250000, 5%, 40.0/s, 1 h 39 min left`.
  public var description: String {
    var parts = [total.map { "\(completed) of \($0)" } ?? "\(completed)"]
    if let fraction { parts.append("\(Int(fraction * 100))%") }
    if let itemsPerSecond { parts.append("\(Self.tenths(itemsPerSecond))/s") }
    if let rest = estimatedTimeRemaining, completed != total { parts.append("\(Self.text(of: rest)) left") }
    return parts.joined(separator: ", ")
  }

  private static func tenths(_ value: Double) -> String {
    // The number of items fits in 64 bits, but the time may be an attosecond.
    let tenths = Int64(min(value * 10, 1e15).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func text(of duration: Duration) -> String {
    let seconds = duration.components.seconds
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3_600 { return "\(seconds / 60) min" }
    if seconds < 172_800 { return "\(seconds / 3_600) h \(seconds / 60 % 60) min" }
    return "\(seconds / 86_400) days"
  }
}
