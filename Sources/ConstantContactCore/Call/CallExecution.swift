internal import ConstantContactAuth
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The attempts of one call: steps 2 to 5 of ``CallPipeline``.
struct CallExecution {
  let pipeline: CallPipeline
  let descriptor: OperationDescriptor
  let request: TransportRequest
  /// Sends the request once: into memory, or to a file.
  let exchange: @Sendable (TransportRequest) async throws -> TransportResponse

  private var configuration: ConstantContactConfiguration { pipeline.configuration }
  private var options: CallOptions { pipeline.options }
  private var retry: RetryPolicy { options.retry ?? configuration.retry }
  private var time: TimeSource { configuration.time }

  func run() async throws -> TransportResponse {
    var mayHaveActed = false
    do {
      return try await run(&mayHaveActed)
    } catch let error as ConstantContactError {
      let error = mayHaveActed && error.effect == .none ? error.with(effect: .uncertain) : error
      guard error.effect != .none, let check = descriptor.lostReply else { throw error }
      let doubt = error.effect == .done ? "it was done, only the answer was lost" : "whether it was done is not known"
      throw error.with(message: "\(error.message); \(doubt): \(check)")
    }
  }

  /// - Parameter mayHaveActed: Set when an attempt other than the last may have reached the service.
  private func run(_ mayHaveActed: inout Bool) async throws -> TransportResponse {
    let end = time.elapsed + (options.deadline ?? configuration.deadline)
    var number = 0
    // What the retry policy counts, and since when.
    var attempts = 0
    var firstAttempt: Duration?
    var pause = Duration.zero
    var refused: AccessToken?
    var refusal: ConstantContactError?
    while true {
      number += 1
      var record = CallAttempt(descriptor, number: number, requestID: options.requestID)
      let token: AccessToken
      let slot: RateLimitSlot
      do {
        try await time.sleep(for: pause)
        (token, slot) = try await turn(&record, until: end, replacing: refused, after: refusal)
      } catch {
        tell(record, of: error)
        throw error
      }
      let first = firstAttempt ?? time.elapsed
      firstAttempt = first
      switch await attempt(with: token, slot, until: end, &record) {
      case .response(let response):
        configuration.retryThrottle.noteSuccess()
        tell(record)
        return response
      case .cancelled(let error):
        tell(record, of: error)
        throw error
      case .failure(let error, let advice, let retryAfter):
        if error.status == 401, refused == nil, descriptor.replay != .never {
          (refused, refusal) = (token, error)
          pause = .zero
          record.pause = pause
          tell(record, of: error)
          continue
        }
        // The newer token was not what failed: should it be refused later on, it may be replaced as well.
        (refused, refusal) = (nil, nil)
        attempts += 1
        note(error, advice)
        let decision = RetryDecider(policy: retry, throttle: configuration.retryThrottle, rule: descriptor.replay)
          .decide(
            advice, retryAfter: retryAfter, attempts: attempts, elapsed: time.elapsed - first,
            remaining: end - time.elapsed)
        switch decision {
        case .giveUp(let reason):
          tell(record, of: error)
          throw final(error, reason, retryAfter)
        case .again(let delay):
          pause = delay
          record.pause = pause
          tell(record, of: error)
          // A read has no effect, however often it arrives.
          if error.effect != .none && descriptor.method != .get { mayHaveActed = true }
          // The wait for an activity takes as long as it takes: what comes after it begins anew.
          if advice == .afterActivity { (attempts, firstAttempt) = (0, nil) }
        }
      }
    }
  }

  // MARK: Before the request

  /// Waits for a token and for its turn.
  private func turn(
    _ record: inout CallAttempt,
    until end: Duration,
    replacing refused: AccessToken?,
    after refusal: ConstantContactError?
  ) async throws -> (AccessToken, RateLimitSlot) {
    var hasLapsed = false
    while true {
      let token: AccessToken
      let asked = time.elapsed
      do {
        defer { record.tokenWait += time.elapsed - asked }
        token = try await accessToken(replacing: refused, after: refusal)
      }
      try checkScope(of: token)
      try RequestBuilder(pipeline: pipeline).check(request)
      let queued = time.elapsed
      let slot: RateLimitSlot
      do {
        defer { record.limitWait += time.elapsed - queued }
        slot = try await configuration.rateLimit.acquire(
          operation: descriptor.name, priority: options.priority, patience: end - queued)
      }
      if time.elapsed >= end {
        await configuration.rateLimit.giveBack(slot)
        throw ConstantContactError(
          .timedOut, "the call's deadline passed before a request could be sent", operation: descriptor.name)
      }
      // The wait may have outlived the token. If the provider's next one looks expired too, as when this machine's
      // clock is ahead, the service decides about it.
      guard let expiry = token.expiresAt, expiry <= time.now, !hasLapsed else { return (token, slot) }
      hasLapsed = true
      await configuration.rateLimit.giveBack(slot)
    }
  }

  private func accessToken(
    replacing refused: AccessToken?,
    after refusal: ConstantContactError?
  ) async throws -> AccessToken {
    do {
      return try await pipeline.tokens.accessToken(replacing: refused)
    } catch let error as OAuthError {
      throw FailureReader(descriptor: descriptor).error(for: error, after: refusal)
    } catch let error as ConstantContactError {
      throw error
    } catch let error as CancellationError {
      throw error
    } catch {
      throw ConstantContactError(
        .tokenUnavailable, "no access token could be had", operation: descriptor.name, cause: error)
    }
  }

  private func checkScope(of token: AccessToken) throws {
    guard let scope = descriptor.scope, let granted = token.scopes, !granted.contains(scope) else { return }
    throw ConstantContactError(
      .missingScope,
      "the connection lacks the scope \(scope): reconnect the account and grant it",
      operation: descriptor.name,
      scope: scope
    )
  }

  // MARK: The request

  private enum Outcome {
    case response(TransportResponse)
    case failure(ConstantContactError, RetryAdvice, retryAfter: Duration?)
    case cancelled(CancellationError)
  }

  private func attempt(
    with token: AccessToken,
    _ slot: RateLimitSlot,
    until end: Duration,
    _ record: inout CallAttempt
  ) async -> Outcome {
    defer { time.endWork() }
    var request = request
    request.timeout = min(options.attemptTimeout ?? configuration.attemptTimeout, end - time.elapsed)
    request.headers["Authorization"] = "Bearer \(token.value)"
    record.wasSent = true
    let started = time.elapsed
    defer { record.duration = time.elapsed - started }
    do {
      let response = try await exchange(request)
      record.status = response.status
      record.serviceRequestIDs = CallPipeline.requestIDs(response)
      if response.status.kind == .successful {
        await configuration.rateLimit.noteResponse(to: slot, isThrottled: false)
        guard let error = FailureReader(descriptor: descriptor).cutShort(response) else { return .response(response) }
        return .failure(error, .ambiguous, retryAfter: nil)
      }
      let error = await failure(in: response)
      await configuration.rateLimit.noteResponse(to: slot, isThrottled: error.code == .throttled)
      return .failure(
        error, FailureClassifier.advice(for: error),
        retryAfter: RetryAfter.delay(in: response.headers, now: time.now))
    } catch let error as CancellationError {
      return .cancelled(error)
    } catch {
      let cause =
        error as? TransportError
        ?? TransportError(.other, delivery: .uncertain, message: "the transport failed", cause: error)
      return .failure(
        FailureReader(descriptor: descriptor).error(for: cause), FailureClassifier.advice(for: cause), retryAfter: nil)
    }
  }

  private func failure(in response: TransportResponse) async -> ConstantContactError {
    let error = FailureReader(descriptor: descriptor).error(for: response)
    guard error.code == .quotaExceeded else { return error }
    let resumesAt = await configuration.rateLimit.quotaWasExceeded()
    return error.with(
      message: "the day's requests are used up: go on after \(TimestampText.format(resumesAt))", resumesAt: resumesAt)
  }

  // MARK: After the request

  /// Whether the failure speaks against the service.
  private func note(_ error: ConstantContactError, _ advice: RetryAdvice) {
    switch advice {
    case .ambiguous, .notActedUpon: configuration.retryThrottle.noteFailure()
    case .hopeless where error.status != nil: configuration.retryThrottle.noteSuccess()
    case .afterThrottle, .afterActivity, .hopeless: break
    }
  }

  /// The error that the call ends with: its last attempt's, and why there was no other.
  private func final(
    _ error: ConstantContactError,
    _ reason: RetryDecider.Reason,
    _ retryAfter: Duration?
  ) -> ConstantContactError {
    var message = error.message
    if reason == .hasFailedTooOften { message += "; too much has failed lately for it to be tried again" }
    guard let retryAfter, error.resumesAt == nil else { return error.with(message: message) }
    let date = time.now.addingTimeInterval(retryAfter / .seconds(1))
    message += "; the service asks to be left alone until \(TimestampText.format(date))"
    return error.with(message: message, resumesAt: date)
  }

  private func tell(_ record: CallAttempt, of error: (any Error)? = nil) {
    guard !configuration.observers.isEmpty else { return }
    var record = record
    switch error {
    case nil: break
    case is CancellationError: record.outcome = .cancelled
    default:
      record.outcome = .failed
      record.error = (error as? ConstantContactError)?.code
    }
    for observer in configuration.observers { observer.attemptEnded(record) }
  }
}
