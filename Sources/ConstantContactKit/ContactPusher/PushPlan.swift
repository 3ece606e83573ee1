/// What a push would come to, as far as that can be said without asking the service.
public struct PushPlan: Sendable {
  /// The reports of the leads that need no request: no address, a duplicate, a value that is too long.
  public let settled: [DeliveryReport]
  /// The places of the leads that would be looked up, and created if nobody has their address.
  public let toPush: [Int]

  /// The requests for it if none has to be repeated and nobody is there yet: a search and a creation each. Lists and custom fields
  /// that are looked up by name come in addition.
  public var requests: Int { 2 * toPush.count }
}

extension ContactPusher {
  /// Looks at leads without sending anything.
  public func plan(_ leads: some Sequence<Lead>) -> PushPlan {
    var queue = LeadQueue(pusher: self, leads: leads.makeIterator())
    var settled: [DeliveryReport] = []
    var toPush: [Int] = []
    while let lead = queue.next() {
      if let report = lead.settledReport { settled.append(report) } else { toPush.append(lead.position) }
    }
    return PushPlan(settled: settled, toPush: toPush)
  }
}
