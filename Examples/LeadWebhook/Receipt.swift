package import ExampleSupport

/// What a sender is told of its request.
package struct Receipt: Sendable, Encodable {
  /// The request's id, for people who look into the log.
  package let id: String
  /// A line for each lead, in the order of the body.
  package let leads: [ResultLine]
  /// How many of them are kept for later.
  package let queued: Int

  init(id: String, leads: [ResultLine]) {
    self.id = id
    self.leads = leads
    queued = leads.count { $0.outcome == .queued }
  }
}
