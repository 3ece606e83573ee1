public import ConstantContactTransport

/// Things that go wrong on purpose.
extension FakeConstantContact {
  /// Makes requests go wrong.
  ///
  /// Faults wait in the order of their injection; a request takes the first that is meant for it. One that the limits
  /// refuse takes none.
  ///
  /// - Parameters:
  ///   - fault: What goes wrong.
  ///   - times: For how many requests; one by default.
  ///   - condition: Which requests it is meant for; all by default, token requests included.
  public func inject(
    _ fault: InjectedFault,
    times: Int = 1,
    when condition: @escaping @Sendable (TransportRequest) -> Bool = { _ in true }
  ) {
    guard times > 0 else { return }
    faults.add(fault, times: times, when: condition)
  }

  /// Forgets the faults that still wait.
  public func removeFaults() { faults.removeAll() }

  /// How many injected faults still wait.
  public var pendingFaults: Int { faults.pending }
}
