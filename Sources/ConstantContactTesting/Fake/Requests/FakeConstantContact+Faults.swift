public import ConstantContactTransport

/// Injected faults.
extension FakeConstantContact {
  /// Makes the next requests that fulfill a condition fail.
  ///
  /// A request takes the first pending fault whose condition it fulfills. Requests that the limits refuse take none.
  ///
  /// - Parameters:
  ///   - fault: The fault.
  ///   - times: The number of requests; one by default.
  ///   - condition: Selects the requests; all by default, token requests included.
  public func inject(
    _ fault: InjectedFault,
    times: Int = 1,
    when condition: @escaping @Sendable (TransportRequest) -> Bool = { _ in true }
  ) {
    guard times > 0 else { return }
    faults.add(fault, times: times, when: condition)
  }

  /// Removes all pending faults.
  public func removeFaults() { faults.removeAll() }

  /// The number of pending faults.
  public var pendingFaults: Int { faults.pending }
}
