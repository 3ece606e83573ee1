/// Keeps what has been used of an API key's limits in one place for several processes, so that together they keep them.
///
/// ``FileRateLimitStore`` serves the processes of one machine. For several machines, keep the account in a database that they share: one
/// row per API key, changed in one transaction. With a table `ledger (api_key text primary key, account text not null)`:
///
/// ```sql
/// BEGIN;
/// SELECT account FROM ledger WHERE api_key = $1 FOR UPDATE;
/// -- decode it (an empty RateLimitState when there is no row), call change, encode it
/// INSERT INTO ledger VALUES ($1, $2) ON CONFLICT (api_key) DO UPDATE SET account = excluded.account;
/// COMMIT;
/// ```
///
/// Their clocks have to agree to within a few milliseconds, or ``RateLimit`` be given a margin as wide as they differ.
public protocol RateLimitStore: Sendable {
  /// Loads the account, lets `change` alter it, and saves it, with nobody else in between.
  ///
  /// `change` is called once. When this throws, no request is made.
  func update<Result: Sendable>(_ change: @Sendable (inout RateLimitState) -> Result) async throws -> Result
}
