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

  /// Makes the next calls of an operation fail.
  ///
  /// ```swift
  /// try await fake.inject(.dropAfterWrite, into: "POST /contacts")
  /// ```
  ///
  /// - Parameters:
  ///   - fault: The fault.
  ///   - times: The number of calls; one by default.
  ///   - operation: Method and path as ``operations`` has them, such as `GET /contacts/{contact_id}`.
  /// - Throws: ``EditError`` when the fake does not simulate the operation.
  public func inject(_ fault: InjectedFault, times: Int = 1, into operation: String) throws {
    try Self.check(operation)
    inject(fault, times: times) { request in
      (try? Call(request)).flatMap { Route.operation(of: $0) } == operation
    }
  }

  /// Makes calls of an operation fail at random, in place of ``Configuration/faultRate``.
  ///
  /// - Parameters:
  ///   - rate: The probability of a fault, from 0 to 1.
  ///   - faults: The faults; those of ``Configuration/randomFaults`` by default.
  ///   - operation: Method and path as ``operations`` has them.
  /// - Throws: ``EditError`` when the fake does not simulate the operation.
  public func setFaultRate(_ rate: Double, _ faults: [InjectedFault]? = nil, of operation: String) throws {
    try Self.check(operation)
    self.faults.set(rate, faults ?? configuration.randomFaults, of: operation)
  }

  private static func check(_ operation: String) throws {
    guard Route.table.contains(where: { $0.operation == operation }) else {
      throw EditError(description: "The fake does not simulate \(operation).")
    }
  }

  /// Removes all pending faults and the rates of operations.
  public func removeFaults() { faults.removeAll() }

  /// The number of pending faults.
  public var pendingFaults: Int { faults.pending }
}
