internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The refresh: from the held credentials to usable ones.
extension TokenSource {
  /// Returns credentials whose access token is not the rejected one: held, stored or new.
  ///
  /// - Parameters:
  ///   - rejected: An access token that the API has rejected.
  ///   - ahead: Whether a token that expires soon is refreshed too.
  func usableCredentials(rejected: String?, ahead: Bool) async throws -> OAuthCredentials {
    if case .unsaved(let new, replacing: let old) = state { try await commit(new, replacing: old) }
    // Another user of the store may have refreshed. Adopting its pair needs no lock.
    let known = try await adoptStored(orKeep: state.current)
    if isEnough(known, rejected: rejected, ahead: ahead) { return known }
    try await store.beginExclusiveAccess()
    do {
      let credentials = try await refreshed(rejected: rejected, ahead: ahead)
      await store.endExclusiveAccess()
      return credentials
    } catch {
      await store.endExclusiveAccess()
      throw error
    }
  }

  private func isEnough(_ credentials: OAuthCredentials, rejected: String?, ahead: Bool) -> Bool {
    isUsable(credentials, rejected: rejected) && !(ahead && isDue(credentials))
  }

  /// The store was changed between the load and the request.
  private struct Overtaken: Error {}

  private func refreshed(rejected: String?, ahead: Bool) async throws -> OAuthCredentials {
    var current = try await adoptStored(orKeep: state.current)
    // Twice at most: for the stored pair, and for one that replaced it meanwhile.
    for _ in 0..<2 {
      if isEnough(current, rejected: rejected, ahead: ahead) { return current }
      do {
        let new = try await refresh(current)
        try await commit(new, replacing: current)
        guard let held = state.current, held.accessToken != rejected else {
          throw OAuthError(
            .invalidResponse,
            message: "The access token was not replaced: the token endpoint returned the rejected one.")
        }
        return held
      } catch let error as OAuthError where error.code == .invalidGrant || error.code == .responseLost {
        let dead = current.refreshToken
        current = try await adoptStored(orKeep: current)
        guard current.refreshToken != dead else {
          throw error.code == .responseLost ? error : Self.reconnectRequired(error)
        }
      } catch is Overtaken {
        current = try await adoptStored(orKeep: nil)
        announce(.adopted, current)
      }
    }
    guard isEnough(current, rejected: rejected, ahead: ahead) else {
      throw OAuthError(
        .temporarilyUnavailable,
        message: "The access token was not refreshed: the stored credentials kept changing. Retry.")
    }
    return current
  }

  /// Sends the refresh, with retries while the token endpoint is unavailable.
  private func refresh(_ credentials: OAuthCredentials) async throws -> OAuthCredentials {
    guard let refreshToken = credentials.refreshToken else { return try await client.refresh(credentials) }
    guard credentials.responseLostAt == nil else { throw Self.responseLost(nil) }
    let wasDue = isDue(credentials)
    try limits.admit(refreshToken: refreshToken, at: time.elapsed)
    // The token client counts its own work, without its waits.
    time.endWork()
    defer { time.beginWork() }
    // The server may have processed an earlier request whose response was lost.
    var isInDoubt = credentials.refreshStartedAt != nil
    var isMarked = false
    var attempt = 1
    while true {
      do {
        let new = try await client.refresh(credentials) {
          if !isMarked { try await self.mark(credentials) { $0.refreshStartedAt = self.time.now } }
          isMarked = true
        }
        limits.noteSuccess(wasDue: wasDue)
        return new
      } catch let error as OAuthError where isMarked {
        let isDead = error.code == .invalidGrant
        let isLost = isDead && isInDoubt
        if error.mayHaveBeenProcessed { isInDoubt = true }
        guard error.isTransient, attempt < RetryPause.attempts else {
          let outcome = isLost ? Self.responseLost(error) : error
          limits.noteFailure(outcome, rejecting: isDead ? refreshToken : nil, at: time.elapsed)
          await record(isLost: isLost, isInDoubt: isInDoubt, credentials)
          throw outcome
        }
      }
      try await time.sleep(for: RetryPause.after(attempt: attempt))
      attempt += 1
    }
  }

  /// Records the end of a refresh without a new pair in the store.
  ///
  /// If this fails, the mark stays. The next rejection is then reported as a lost response, which needs the same remedy.
  private func record(isLost: Bool, isInDoubt: Bool, _ credentials: OAuthCredentials) async {
    if isLost {
      try? await mark(credentials) { credentials in
        credentials.refreshStartedAt = credentials.refreshStartedAt ?? time.now
        credentials.responseLostAt = time.now
      }
    } else if !isInDoubt {
      // The response proves that the refresh token is unused, or invalid for another reason.
      try? await mark(credentials) { $0.refreshStartedAt = nil }
    }
  }

  /// Saves the pair with changed marks. This also proves that the store can be written: otherwise nothing is sent.
  private func mark(_ credentials: OAuthCredentials, _ change: (inout OAuthCredentials) -> Void) async throws {
    var marked = credentials
    change(&marked)
    guard try await store.save(marked, replacing: credentials.generation) else { throw Overtaken() }
    state = .stored(marked)
  }

  private static func reconnectRequired(_ error: OAuthError) -> OAuthError {
    OAuthError(
      .reconnectRequired,
      message: "The access token was not refreshed: the refresh token is revoked or expired. Reconnect the account.",
      oauthError: error.oauthError,
      status: error.status,
      cause: error
    )
  }

  private static func responseLost(_ error: OAuthError?) -> OAuthError {
    OAuthError(
      .responseLost,
      message: "The access token was not refreshed: the response to an earlier refresh was lost, "
        + "and the new refresh token with it. Reconnect the account.",
      oauthError: error?.oauthError,
      status: error?.status,
      cause: error
    )
  }
}

extension OAuthError {
  /// Whether the server may have processed the refresh that failed with this error.
  fileprivate var mayHaveBeenProcessed: Bool {
    if let cause = cause as? TransportError { return cause.delivery != .notSent }
    guard let status else { return code == .temporarilyUnavailable }
    return switch status.kind {
    case .clientError, .redirection: false
    case .informational, .successful, .serverError, .other: true
    }
  }
}
