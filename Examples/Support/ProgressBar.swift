/// How far a run has come, as one line of text: bar, count, rate, and an estimate of the time that is left.
public struct ProgressBar: Sendable, Hashable {
  /// How many rows there are.
  public let total: Int

  /// Makes a bar for a number of rows.
  public init(total: Int) { self.total = max(total, 0) }

  /// The line for a moment of the run. It is never wider than `width`: the bar shrinks first, then parts are left out.
  ///
  /// - Parameters:
  ///   - done: How many rows are finished.
  ///   - elapsed: The time since the start.
  ///   - width: The room in cells.
  public func render(done: Int, elapsed: Duration, width: Int) -> String {
    let done = min(max(done, 0), total)
    let count = "\(String(repeating: " ", count: "\(total)".count - "\(done)".count))\(done)/\(total)"
    let percent = total == 0 ? 100 : done * 100 / total
    let share = String(repeating: " ", count: 3 - "\(percent)".count) + "\(percent)%"
    let seconds = Self.seconds(elapsed)
    let rate = done > 0 && seconds > 0 ? Double(done) / seconds : nil
    let speed = rate.map { Self.decimal($0) + " rows/s" }
    let time =
      if done == total {
        "in " + Self.clock(seconds)
      } else if let rate {
        Self.clock(Double(total - done) / rate) + " left"
      } else {
        "--:-- left"
      }

    for parts in [[count, share, speed, time], [count, speed, time], [count, time], [count]] {
      let text = parts.compactMap(\.self).joined(separator: "  ")
      let room = width - text.count - 4
      if room >= 10 { return Self.bar(percent: percent, cells: min(room, 40)) + "  " + text }
      if parts.count < 4, text.count <= width { return text }
    }
    return DisplayWidth.truncate(count, to: width)
  }

  private static func bar(percent: Int, cells: Int) -> String {
    let full = cells * percent / 100
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: cells - full) + "]"
  }

  private static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return max(0, Double(seconds) + Double(attoseconds) * 1e-18)
  }

  private static func decimal(_ value: Double) -> String {
    // Ten or more: whole numbers. Below that one place, and below one two, so that a slow run is not shown as none.
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
