/// The result of checking leads without a request.
public struct LeadCheck: Sendable {
  /// The reports of leads that need no request: no valid email address, a duplicate, or an invalid value.
  public let settled: [DeliveryReport]
  /// The positions of the leads to be looked up, and created when the contact does not exist.
  public let ready: [Int]
}

extension ContactPusher {
  /// Checks leads without sending a request. ``plan(_:)`` tells what pushing them costs.
  public func check(_ leads: some Sequence<Lead>) -> LeadCheck {
    var queue = LeadQueue(leads.makeIterator(), options: options)
    var settled: [DeliveryReport] = []
    var ready: [Int] = []
    while let lead = queue.next() {
      if let report = lead.settledReport { settled.append(report) } else { ready.append(lead.position) }
    }
    return LeadCheck(settled: settled, ready: ready)
  }
}
