/// Limits refreshes to 5 in 30 seconds.
///
/// An API that rejects every new token would otherwise cause a refresh with each call.
struct RefreshWindow {
  private let limit = 5
  private let length: Duration = .seconds(30)
  private var starts: [Duration] = []

  /// Counts a refresh, or returns `false` when there were too many.
  mutating func admit(at now: Duration) -> Bool {
    starts.removeAll { now - $0 >= length }
    guard starts.count < limit else { return false }
    starts.append(now)
    return true
  }

  /// Takes back the last refresh. One that was due does not count, however short the lifetime of tokens is.
  mutating func forgive() { _ = starts.popLast() }
}
