/// The retries of token requests.
enum RetryPause {
  /// The number of attempts when the token endpoint fails or cannot be reached.
  static let attempts = 3

  /// Returns the pause after a failed attempt: a second and a random part that grows with the attempts.
  static func after(attempt: Int) -> Duration {
    .seconds(1) + .seconds(Double.random(in: 0...Double(min(max(attempt, 0), 10))))
  }
}
