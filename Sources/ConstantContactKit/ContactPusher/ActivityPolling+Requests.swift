extension ActivityPolling {
  /// The most requests until the deadline, retries not counted.
  var mostRequests: Int {
    let end = min(max(deadline, .zero), .seconds(366 * 86_400))
    var (elapsed, count) = (Duration.zero, 0)
    while elapsed < end {
      elapsed += interval(after: count)
      count += 1
    }
    return count
  }
}
