internal import ConstantContactTransport

extension RateLimitState {
  /// The limits that a state is held against, clamped so that arithmetic with them cannot overflow.
  package struct Limits: Sendable {
    static let maximumPerSecond = 1_000_000
    private static let maximumMargin: Duration = .seconds(3600)

    let perSecond: Int
    let perDay: Int
    /// The day's requests that background calls leave to interactive ones.
    let reserve: Int
    /// The time in which at most `perSecond` requests are sent.
    var window: Duration

    package init(perSecond: Int, perDay: Int, reserve: Int, margin: Duration) {
      self.perSecond = min(max(1, perSecond), Self.maximumPerSecond)
      self.perDay = max(0, perDay)
      self.reserve = max(0, reserve)
      window = .seconds(1) + min(max(.zero, margin), Self.maximumMargin)
    }
  }
}
