internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// One flight: from what is held to a token that can be used.
extension TokenSource {
  /// How often a refresh is sent when the token endpoint is busy, out of order or out of reach.
  private static let attempts = 3
  /// How long a refresh token that the server has called dead is left alone.
  private static let refusalPause: Duration = .seconds(30)

  /// Finds a token that is not the rejected one: held, stored or new. With `ahead`, one that is not about to expire.
  func fly(rejected: String?, ahead: Bool) async throws -> OAuthCredentials {
    if let unsaved { try await commit(unsaved.credentials, replacing: unsaved.replacing) }
    // Whoever shares the store may have renewed the pair: that needs no turn of ours.
    let known = try await adopt(orKeep: held)
    if isEnough(known, rejected: rejected, ahead: ahead) { return known }
    do { try await store.beginExclusiveAccess() } catch { throw Self.storageError(error) }
    do {
      let credentials = try await renew(rejected: rejected, ahead: ahead)
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

  /// Somebody put other credentials into the store between our reading it and the request.
  private struct Overtaken: Error {}

  private func renew(rejected: String?, ahead: Bool) async throws -> OAuthCredentials {
    var current = try await adopt(orKeep: held)
    // Twice at most: the pair that was there, and one that somebody else put in its place meanwhile.
    for _ in 0..<2 {
      if isEnough(current, rejected: rejected, ahead: ahead) { return current }
      do {
        let new = try await refresh(current)
        try await commit(new, replacing: current.generation)
        guard let held, held.accessToken != rejected else {
          throw OAuthError(.invalidResponse, message: "the token endpoint gave the access token that was refused")
        }
        return held
      } catch let error as OAuthError where error.code == .invalidGrant || error.code == .replyLost {
        let dead = current.refreshToken
        current = try await adopt(orKeep: current)
        guard current.refreshToken != dead else {
          throw error.code == .replyLost ? error : Self.reconnectRequired(error)
        }
      } catch is Overtaken {
        current = try await adopt(orKeep: nil)
        announce(.adopted, current)
      }
    }
    guard isEnough(current, rejected: rejected, ahead: ahead) else {
      throw OAuthError(.temporarilyUnavailable, message: "the stored credentials kept changing: try again")
    }
    return current
  }

  /// Sends the refresh, again after a pause when the token endpoint is busy.
  private func refresh(_ credentials: OAuthCredentials) async throws -> OAuthCredentials {
    guard credentials.refreshToken != nil else { return try await client.refresh(credentials) }
    if let refusal, refusal.refreshToken == credentials.refreshToken, time.elapsed < refusal.end { throw refusal.error }
    let wasDue = isDue(credentials)
    guard window.admit(at: time.elapsed) else {
      throw lastRefusal
        ?? OAuthError(
          .temporarilyUnavailable,
          message: "the token was refreshed too often in half a minute: try again later"
        )
    }
    // The client marks its own work, and leaves out its waiting.
    time.endWork()
    defer { time.beginWork() }
    // An earlier request may have been carried out although its answer never came.
    var isInDoubt = credentials.refreshStartedAt != nil
    var isMarked = false
    var attempt = 1
    while true {
      do {
        let new = try await client.refresh(credentials) {
          if !isMarked { try await self.mark(credentials, at: self.time.now) }
          isMarked = true
        }
        lastRefusal = nil
        if wasDue { window.forgive() }
        return new
      } catch let error as OAuthError where isMarked {
        let isDead = error.code == .invalidGrant
        let outcome = isDead && isInDoubt ? Self.replyLost(error) : error
        if error.isAnswerLost { isInDoubt = true }
        lastRefusal = error.isTransient ? nil : outcome
        guard error.isTransient, attempt < Self.attempts else {
          if isDead {
            refusal = Refusal(
              refreshToken: credentials.refreshToken, error: outcome, end: time.elapsed + Self.refusalPause)
          }
          if !isInDoubt { await unmark(credentials) }
          throw outcome
        }
      }
      try await time.sleep(for: .seconds(1) + .seconds(Double.random(in: 0...Double(1 << attempt) / 2)))
      attempt += 1
    }
  }

  /// Tells the store that a refresh is about to be sent. The store has to be writable for it, or the pair that came
  /// back would be lost: then nothing is sent.
  private func mark(_ credentials: OAuthCredentials, at date: Date?) async throws {
    guard !client.client.usesClientCredentials else { return }
    var marked = credentials
    marked.refreshStartedAt = date
    let isSaved: Bool
    do {
      isSaved = try await store.save(marked, replacing: credentials.generation)
    } catch {
      throw Self.storageError(error)
    }
    guard isSaved else { throw Overtaken() }
    held = marked
  }

  /// Takes the mark away after an answer that proves the refresh token unspent, or dead for another reason.
  private func unmark(_ credentials: OAuthCredentials) async {
    // If this fails the mark stays: the next refresh that is refused is then called a lost reply, which asks for the
    // same of the account's owner.
    try? await mark(credentials, at: nil)
  }

  private static func reconnectRequired(_ error: OAuthError) -> OAuthError {
    OAuthError(
      .reconnectRequired,
      message: "the refresh token is no longer good: reconnect the account",
      oauthError: error.oauthError,
      status: error.status,
      cause: error
    )
  }

  private static func replyLost(_ error: OAuthError) -> OAuthError {
    OAuthError(
      .replyLost,
      message: "the answer to an earlier refresh was lost, and the server has renewed the refresh token since: "
        + "reconnect the account",
      oauthError: error.oauthError,
      status: error.status,
      cause: error
    )
  }
}

extension OAuthError {
  /// Whether the refresh that failed so may have been carried out all the same.
  fileprivate var isAnswerLost: Bool {
    if let cause = cause as? TransportError { return cause.delivery != .notSent }
    guard let status else { return code == .temporarilyUnavailable }
    return switch status.kind {
    case .clientError, .redirection: false
    case .informational, .successful, .serverError, .other: true
    }
  }
}
