/// Lets through a few refreshes in a stretch of time, so that an API that refuses every new token, or a token endpoint
/// that fails, does not start a storm.
struct RefreshWindow {
  private let limit = 5
  private let length: Duration = .seconds(30)
  private var starts: [Duration] = []

  /// Counts one more refresh; `false`, uncounted, when there have been too many.
  mutating func admit(at now: Duration) -> Bool {
    starts.removeAll { now - $0 >= length }
    guard starts.count < limit else { return false }
    starts.append(now)
    return true
  }

  /// Takes the latest one back: it came in due course, however short a time tokens live.
  mutating func forgive() { starts.removeLast() }
}
