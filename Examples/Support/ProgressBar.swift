/// The progress of a run as one line of text: bar, count, rate, and an estimate of the remaining time.
public struct ProgressBar: Sendable, Hashable {
  /// The number of leads.
  public let total: Int

  /// Creates a bar.
  public init(total: Int) { self.total = max(total, 0) }

  /// Returns the line for a moment of the run. It is never wider than `width`: the bar shrinks first, then parts are
  /// omitted.
  ///
  /// - Parameters:
  ///   - done: The number of finished leads.
  ///   - elapsed: The time since the start.
  ///   - rate: The measured number of leads per second; `nil` while it is unknown.
  ///   - width: The width in cells.
  public func render(done: Int, elapsed: Duration, rate: Double?, width: Int) -> String {
    let done = min(max(done, 0), total)
    let count = "\(String(repeating: " ", count: "\(total)".count - "\(done)".count))\(done)/\(total)"
    let percent = total == 0 ? 100 : Int(Double(done) / Double(total) * 100)
    let share = String(repeating: " ", count: 3 - "\(percent)".count) + "\(percent)%"
    let rate = rate.flatMap { $0 > 0 ? $0 : nil }
    let speed = rate.map { Self.decimal($0) + " leads/s" }
    let time =
      if done == total {
        "in " + Self.clock(Self.seconds(elapsed))
      } else if let rate {
        Self.clock(Double(total - done) / rate) + " left"
      } else {
        "--:-- left"
      }

    for parts in [[count, share, speed, time], [count, speed, time], [count, time], [count]] {
      let text = parts.compactMap(\.self).joined(separator: "  ")
      let space = width - text.count - 4
      if space >= 10 { return Self.bar(percent: percent, cells: min(space, 40)) + "  " + text }
      if parts.count < 4, text.count <= width { return text }
    }
    return DisplayWidth.truncate(count, to: width)
  }

  private static func bar(percent: Int, cells: Int) -> String {
    let full = cells * percent / 100
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: cells - full) + "]"
  }

  private static func seconds(_ duration: Duration) -> Double { max(0, duration / .seconds(1)) }

  private static func decimal(_ value: Double) -> String {
    // Whole numbers from 10, one decimal place from 1, else two, so that a slow run is not shown as 0.
    guard value < 9.95 else { return "\(Int(min(value, 1e9).rounded()))" }
    let places = value < 0.995 ? 2 : 1
    let scale = places == 2 ? 100 : 10
    let scaled = Int((value * Double(scale)).rounded())
    let fraction = "\(scaled % scale)"
    return "\(scaled / scale).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 359_999).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
  }
}
