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
  private var time: TimeSource { configuration.time }
  private var failures: FailureReader { FailureReader(descriptor: descriptor) }

  /// How long after the deadline a transport may take to end the exchange by itself, since it knows whether the request was sent.
  private static let transportGrace = Duration.milliseconds(50)

  func run() async throws -> TransportResponse {
    // Once for all attempts: a middleware may have changed the request, a link may lead elsewhere.
    try RequestBuilder(pipeline: pipeline).check(request)
    let deadline = CallDeadline(after: pipeline.effectiveDeadline, time: time)
    defer { deadline.cancel() }
    var mayHaveActed = false
    do {
      return try await run(until: deadline, &mayHaveActed)
    } catch let error as ConstantContactError where mayHaveActed && error.effect == .none {
      throw error.with(effect: .uncertain)
    }
  }

  /// - Parameter mayHaveActed: Set when the API may have acted on an attempt other than the last.
  private func run(until deadline: CallDeadline, _ mayHaveActed: inout Bool) async throws -> TransportResponse {
    var number = 0
    // The attempts that the retry policy counts, and when the first of them began.
    var attempts = 0
    var firstAttempt: Duration?
    var pause = Duration.zero
    var refused: AccessToken?
    var refusal: ConstantContactError?
    while true {
      if number < .max { number += 1 }
      var record = CallAttempt(descriptor, number: number, requestID: options.requestID)
      let token: AccessToken
      let slot: RateLimitSlot
      do {
        try await time.sleep(for: pause)
        (token, slot) = try await prepare(&record, until: deadline, replacing: refused, after: refusal)
      } catch {
        tell(record, of: error)
        throw error
      }
      let first = firstAttempt ?? time.elapsed
      firstAttempt = first
      switch await attempt(with: token, slot, until: deadline, &record) {
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
        // The newer token did not cause the failure: if it is refused later, it may be replaced as well.
        (refused, refusal) = (nil, nil)
        attempts += 1
        note(error, advice)
        let decision = RetryDecider(
          policy: pipeline.effectiveRetry, throttle: configuration.retryThrottle, rule: descriptor.replay
        ).decide(
          advice, retryAfter: retryAfter, attempts: attempts, elapsed: time.elapsed - first,
          remaining: deadline.remaining)
        switch decision {
        case .giveUp(let reason):
          tell(record, of: error)
          throw final(error, reason, retryAfter)
        case .retry(let delay):
          pause = delay
          record.pause = pause
          tell(record, of: error)
          if error.effect != .none { mayHaveActed = true }
          // The wait for a bulk activity is not part of the retries: they start again after it.
          if advice == .afterActivity { (attempts, firstAttempt) = (0, nil) }
        }
      }
    }
  }

  // MARK: Before the request

  /// Waits for a token and for a slot under the rate limit.
  private func prepare(
    _ record: inout CallAttempt,
    until deadline: CallDeadline,
    replacing refused: AccessToken?,
    after refusal: ConstantContactError?
  ) async throws -> (AccessToken, RateLimitSlot) {
    var hasExpired = false
    while true {
      let token: AccessToken
      let requested = time.elapsed
      do {
        defer { record.tokenWait += time.elapsed - requested }
        token = try await accessToken(until: deadline, replacing: refused, after: refusal)
      }
      try checkScope(of: token)
      let queued = time.elapsed
      let slot: RateLimitSlot
      do {
        defer { record.limitWait += time.elapsed - queued }
        slot = try await rateLimitSlot(until: deadline)
      }
      if deadline.remaining == .zero {
        await giveBack(slot, until: deadline)
        throw deadlinePassed("before a request could be sent")
      }
      // The wait may have outlived the token. If the provider's next token looks expired too, as when this machine's clock is ahead,
      // the API decides.
      guard let expiry = token.expiresAt, expiry <= time.now, !hasExpired else { return (token, slot) }
      hasExpired = true
      await giveBack(slot, until: deadline)
    }
  }

  /// Returns a slot whose request was not made, without waiting for a store that hangs.
  private func giveBack(_ slot: RateLimitSlot, until deadline: CallDeadline) async {
    let work = Task { [rateLimit = configuration.rateLimit] in await rateLimit.giveBack(slot) }
    try? await deadline.run { await work.value }
  }

  private func rateLimitSlot(until deadline: CallDeadline) async throws -> RateLimitSlot {
    let rateLimit = configuration.rateLimit
    let (name, priority) = (descriptor.name, options.priority)
    do {
      return try await deadline.run {
        await rateLimit.giveBack($0)
      } _: {
        try await rateLimit.acquire(operation: name, priority: priority, patience: deadline.remaining)
      }
    } catch is CallDeadline.Passed {
      throw deadlinePassed("in the queue of the rate limit")
    }
  }

  private func accessToken(
    until deadline: CallDeadline,
    replacing refused: AccessToken?,
    after refusal: ConstantContactError?
  ) async throws -> AccessToken {
    let tokens = pipeline.tokens
    do {
      return try await deadline.run { try await tokens.accessToken(replacing: refused) }
    } catch let error as OAuthError {
      throw failures.error(for: error, after: refusal)
    } catch let error as ConstantContactError {
      throw error
    } catch let error as CancellationError {
      throw error
    } catch is CallDeadline.Passed {
      throw deadlinePassed("while waiting for an access token")
    } catch {
      throw ConstantContactError(
        .tokenUnavailable, "the token provider failed", operation: descriptor.name, cause: error)
    }
  }

  private func deadlinePassed(_ place: String) -> ConstantContactError {
    ConstantContactError(.timedOut, "the call's deadline passed \(place)", operation: descriptor.name)
  }

  private func checkScope(of token: AccessToken) throws {
    guard let scope = descriptor.scope, let granted = token.scopes, !granted.contains(scope) else { return }
    throw ConstantContactError(
      .missingScope, "the connection lacks the scope `\(scope)`", operation: descriptor.name, scope: scope)
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
    until deadline: CallDeadline,
    _ record: inout CallAttempt
  ) async -> Outcome {
    // The mark was set with the slot.
    defer { time.endWork() }
    var request = request
    request.timeout = min(max(pipeline.effectiveAttemptTimeout, .zero), deadline.remaining)
    request.headers["Authorization"] = "Bearer \(token.value)"
    record.wasSent = true
    let started = time.elapsed
    defer { record.duration = time.elapsed - started }
    do {
      let response = try await deadline.run(grace: Self.transportGrace, endsPromptly: true) { [exchange, request] in
        try await exchange(request)
      }
      record.status = response.status
      record.serviceRequestIDs = CallPipeline.requestIDs(response)
      tell(record, of: response)
      if response.status.kind == .successful {
        await configuration.rateLimit.noteResponse(to: slot, isThrottled: false)
        guard let error = failures.error(forTruncated: response) else { return .response(response) }
        return .failure(error, .ambiguous, retryAfter: nil)
      }
      let error = await failure(in: response, until: deadline)
      await configuration.rateLimit.noteResponse(to: slot, isThrottled: error.code == .throttled)
      return .failure(
        error, FailureClassifier.advice(for: error),
        retryAfter: RetryAfterHeader.delay(in: response.headers, now: time.now))
    } catch let error as CancellationError {
      return .cancelled(error)
    } catch {
      let cause = transportError(error)
      return .failure(failures.error(for: cause), FailureClassifier.advice(for: cause), retryAfter: nil)
    }
  }

  private func transportError(_ error: any Error) -> TransportError {
    if let error = error as? TransportError { return error }
    if error is CallDeadline.Passed {
      return TransportError(
        .timedOut, delivery: .uncertain, message: "the call's deadline passed while a request was under way")
    }
    return TransportError(.other, delivery: .uncertain, message: "the transport failed", cause: error)
  }

  private func failure(in response: TransportResponse, until deadline: CallDeadline) async -> ConstantContactError {
    let error = failures.error(for: response)
    guard error.code == .quotaExceeded else { return error }
    let rateLimit = configuration.rateLimit
    return error.with(resumesAt: try? await deadline.run { await rateLimit.quotaWasExceeded() })
  }

  // MARK: After the request

  /// Counts the attempt as a success or failure of the API.
  private func note(_ error: ConstantContactError, _ advice: RetryAdvice) {
    switch advice {
    case .ambiguous, .notActedUpon: configuration.retryThrottle.noteFailure()
    case .hopeless where error.status != nil: configuration.retryThrottle.noteSuccess()
    case .afterThrottle, .afterActivity, .hopeless: break
    }
  }

  /// Returns the error that the call ends with: that of its last attempt, and why there was no other.
  private func final(
    _ error: ConstantContactError,
    _ reason: RetryDecider.Reason,
    _ retryAfter: Duration?
  ) -> ConstantContactError {
    var message = error.message
    if reason == .tooManyFailures { message += "; not retried, since most recent requests failed" }
    guard let retryAfter, error.resumesAt == nil else { return error.with(message: message) }
    let date = time.now.addingTimeInterval(retryAfter / .seconds(1))
    message += "; the response asks for no request before \(TimestampText.format(date))"
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

  private func tell(_ record: CallAttempt, of response: TransportResponse) {
    // The request as it was before the token was attached.
    var request = request
    for field in ["Authorization"] + pipeline.credentials.fields.map(\.name) { request.headers[field] = nil }
    for case let observer as any BodyObserver in configuration.observers {
      observer.attemptReceived(response, to: request, of: record)
    }
  }
}
