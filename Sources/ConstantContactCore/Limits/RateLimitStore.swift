/// Shares an API key's rate limit between processes.
///
/// ``FileRateLimitStore`` serves the processes of one machine. For several machines, keep the state in a database that they share: one row
/// for each API key, changed in one transaction. With a table `rate_limits (api_key text primary key, state text)`:
///
/// ```sql
/// BEGIN;
/// INSERT INTO rate_limits (api_key) VALUES ($1) ON CONFLICT DO NOTHING;
/// SELECT state FROM rate_limits WHERE api_key = $1 FOR UPDATE;
/// -- Decode the JSON (RateLimitState() when it is null or cannot be decoded), call `change`, encode the result.
/// UPDATE rate_limits SET state = $2 WHERE api_key = $1;
/// COMMIT;
/// ```
///
/// The clocks of the machines have to agree to within a few milliseconds; otherwise set the margin of ``RateLimit`` to their difference.
///
/// `RateLimitStoreConformance` of `ConstantContactTesting` checks an implementation.
public protocol RateLimitStore: Sendable {
  /// Loads the state, changes it, and saves it, as one transaction.
  ///
  /// No request is sent when this method throws. It should end promptly when its task is cancelled: a call that reached its deadline
  /// cancels its update.
  ///
  /// - Parameter change: Changes the state. It has to be called exactly once.
  /// - Returns: What `change` returns.
  func update<Value: Sendable>(_ change: @Sendable (inout RateLimitState) -> Value) async throws -> Value
}
