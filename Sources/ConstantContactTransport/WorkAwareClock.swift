/// A simulated clock that advances by itself when all tasks sleep, but not while work is under way.
///
/// Without work under way, the clock could advance between the moment a request is admitted and the moment the server
/// receives it, and the server would see a time at which the request was not sent.
package protocol WorkAwareClock: Sendable {
  /// Begins work. Calls nest.
  func beginWork()
  /// Ends work that was begun.
  func endWork()
  /// Sleeps like any sleeper, but never makes the clock advance and is not counted among the sleepers.
  func sleepAsDeadline(for duration: Duration) async throws
}
