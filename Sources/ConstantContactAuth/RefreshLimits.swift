/// Decides whether a refresh may be sent now.
struct RefreshLimits {
  /// A refresh token that the server has rejected.
  private struct Rejection {
    let refreshToken: String?
    let error: OAuthError
    let end: Duration
  }

  /// The time for which a rejected refresh token is not sent again.
  private static let rejectionPause: Duration = .seconds(30)
  /// The time between two background refreshes.
  private static let backgroundPause: Duration = .seconds(30)

  private var window = RefreshWindow()
  private var lastFailure: OAuthError?
  private var rejection: Rejection?
  private var backgroundPauseEnd: Duration?

  /// Counts a refresh.
  ///
  /// - Throws: ``OAuthError`` when the refresh token was just rejected, or there were too many refreshes.
  mutating func admit(refreshToken: String?, at now: Duration) throws {
    if let rejection, rejection.refreshToken == refreshToken, now < rejection.end { throw rejection.error }
    guard window.admit(at: now) else {
      throw lastFailure
        ?? OAuthError(
          .temporarilyUnavailable,
          message: "The access token was not refreshed: there were too many refreshes within 30 seconds. Retry later."
        )
    }
  }

  /// Notes that a refresh succeeded.
  ///
  /// - Parameter wasDue: Whether the previous token was expired or about to expire.
  mutating func noteSuccess(wasDue: Bool) {
    lastFailure = nil
    if wasDue { window.forgive() }
  }

  /// Notes that a refresh failed.
  ///
  /// - Parameters:
  ///   - error: The error that callers get.
  ///   - refreshToken: The refresh token, if the server rejected it.
  ///   - now: The current time.
  mutating func noteFailure(_ error: OAuthError, rejecting refreshToken: String?, at now: Duration) {
    lastFailure = error.isTransient ? nil : error
    if let refreshToken {
      rejection = Rejection(refreshToken: refreshToken, error: error, end: now + Self.rejectionPause)
    }
  }

  /// Returns whether a refresh that no caller waits for may start.
  func allowsBackgroundRefresh(at now: Duration) -> Bool { backgroundPauseEnd.map { $0 <= now } ?? true }

  /// Notes that a refresh that no caller waited for has ended.
  mutating func noteBackgroundRefresh(at now: Duration) { backgroundPauseEnd = now + Self.backgroundPause }
}
