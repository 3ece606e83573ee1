import ConstantContactKit

/// An observer that keeps its records.
final class AttemptLog: CallObserver {
  private let kept = Locked<[CallAttempt]>([])
  var attempts: [CallAttempt] { kept.withLock { $0 } }
  func attemptEnded(_ attempt: CallAttempt) { kept.withLock { $0.append(attempt) } }
}

/// Serves one token after another, each after a delay.
actor SlowTokens: AccessTokenProvider {
  private let time: TimeSource
  private let delay: Duration
  private var tokens: [AccessToken]

  init(_ tokens: AccessToken..., time: TimeSource, delay: Duration) {
    self.tokens = tokens
    self.time = time
    self.delay = delay
  }

  func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    try await time.sleep(for: delay)
    return tokens.count > 1 ? tokens.removeFirst() : tokens[0]
  }
}
