public import ExampleSupport

/// The response to a request with leads.
public struct Receipt: Sendable, Encodable {
  /// The ID of the request in the results log.
  public let id: String
  /// The results, in the order of the body.
  public let leads: [ResultLine]
  /// The number of leads that are stored for a later delivery.
  public let queued: Int
  /// The names of members that were not used; `nil` when there are none.
  public var ignoredMembers: [String]?

  enum CodingKeys: String, CodingKey {
    case id, leads, queued
    case ignoredMembers = "ignored_members"
  }

  init(id: String, leads: [ResultLine]) {
    self.id = id
    self.leads = leads
    queued = leads.count { $0.outcome == .queued }
  }
}
