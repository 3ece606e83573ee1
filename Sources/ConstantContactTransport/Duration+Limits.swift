extension Duration {
  /// 100 years of 365.25 days: beyond any wait, and far below the values at which arithmetic on durations overflows.
  package static let century: Duration = .seconds(3_155_760_000)

  /// This duration, limited to 100 years in either direction. Sums of a few such values cannot overflow.
  package var limitedToCentury: Duration { limited(to: .century) }

  /// The sum of two durations, limited to some 73 billion years in either direction instead of overflowing.
  package func saturatingAdd(_ other: Duration) -> Duration {
    let limit: Duration = .seconds(Int64.max / 4)
    return (limited(to: limit) + other.limited(to: limit)).limited(to: limit)
  }

  private func limited(to limit: Duration) -> Duration { Swift.min(Swift.max(self, .zero - limit), limit) }
}
