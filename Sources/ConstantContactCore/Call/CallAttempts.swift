internal import ConstantContactAuth
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The attempts of one call: steps 2 to 5 of ``CallPipeline``.
struct CallAttempts {
  let pipeline: CallPipeline
  let descriptor: OperationDescriptor
  let request: HTTPRequest

  private var configuration: ConstantContactConfiguration { pipeline.configuration }
  private var time: TimeSource { configuration.time }

  func run() async throws -> HTTPResponse {
    var mayHaveActed = false
    do {
      return try await run(&mayHaveActed)
    } catch let error as ConstantContactError where mayHaveActed && error.effect == .none {
      throw error.with(effect: .uncertain)
    }
  }

  /// - Parameter mayHaveActed: Set when an attempt other than the last may have reached the service.
  private func run(_ mayHaveActed: inout Bool) async throws -> HTTPResponse {
    let start = time.elapsed
    var firstAttempt: Duration?
    var attempts = 0
    var refused: AccessToken?
    var refusal: ConstantContactError?
    var hasLapsed = false
    while true {
      try Task.checkCancellation()
      let token = try await accessToken(replacing: refused, after: refusal)
      try checkScope(of: token)
      try RequestBuilder(configuration: configuration).check(request)
      let patience = start + configuration.deadline - time.elapsed
      let slot = try await configuration.rateLimit.acquire(operation: descriptor.name, patience: patience)
      if time.elapsed >= start + configuration.deadline {
        await configuration.rateLimit.giveBack(slot)
        throw ConstantContactError(
          .timedOut, "the call's deadline passed before a request could be sent", operation: descriptor.name)
      }
      if let expiry = token.expiresAt, expiry <= time.now, !hasLapsed {
        // The wait outlived the token. If the provider's next one looks expired too, as when this machine's clock is
        // ahead, the service decides about it.
        hasLapsed = true
        await configuration.rateLimit.giveBack(slot)
        continue
      }
      hasLapsed = false
      attempts += 1
      let first = firstAttempt ?? time.elapsed
      firstAttempt = first
      let failure: ConstantContactError
      switch await attempt(with: token, until: start + configuration.deadline) {
      case .response(let response):
        return response
      case .cancelled(let error):
        throw error
      case .failure(let error, let advice):
        if error.status == 401, refused == nil, descriptor.replay != .never {
          refused = token
          refusal = error
          attempts -= 1
          continue
        }
        guard advice.permits(descriptor.replay) else { throw error }
        failure = error
        let pause = configuration.retry.delay(after: attempts, throttled: advice == .afterThrottle)
        let now = time.elapsed
        guard configuration.retry.allows(attemptsMade: attempts, elapsed: now - first, pause: pause),
          now + pause < start + configuration.deadline
        else { throw failure }
        // A read has no effect, however often it arrives.
        if error.effect != .none && descriptor.method != .get { mayHaveActed = true }
        try await time.sleep(for: pause)
      }
    }
  }

  private enum Outcome {
    case response(HTTPResponse)
    case failure(ConstantContactError, RetryAdvice)
    case cancelled(CancellationError)
  }

  private func attempt(with token: AccessToken, until end: Duration) async -> Outcome {
    defer { time.endWork() }
    var request = request
    request.timeout = min(configuration.attemptTimeout, end - time.elapsed)
    request.headers["Authorization"] = "Bearer \(token.value)"
    do {
      let response = try await pipeline.transport.send(request)
      if response.status.kind == .successful {
        if let error = FailureReader(descriptor: descriptor).cutShort(response) { return .failure(error, .ambiguous) }
        return .response(response)
      }
      let error = await failure(in: response)
      return .failure(error, FailureClassifier.advice(for: error))
    } catch let error as CancellationError {
      return .cancelled(error)
    } catch {
      let cause =
        error as? TransportError
        ?? TransportError(.other, delivery: .uncertain, message: "the transport failed", cause: error)
      return .failure(
        FailureReader(descriptor: descriptor).error(for: cause), FailureClassifier.advice(for: cause))
    }
  }

  private func failure(in response: HTTPResponse) async -> ConstantContactError {
    let error = FailureReader(descriptor: descriptor).error(for: response)
    guard error.code == .quotaExceeded else { return error }
    let resumesAt = await configuration.rateLimit.quotaWasExceeded()
    return ConstantContactError(
      error.code, error.message, operation: error.operation, status: error.status, faults: error.faults,
      requestIDs: error.requestIDs, resumesAt: resumesAt)
  }

  private func accessToken(
    replacing refused: AccessToken?,
    after refusal: ConstantContactError?
  ) async throws -> AccessToken {
    do {
      return try await pipeline.tokens.accessToken(replacing: refused)
    } catch let error as AuthError {
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
}
