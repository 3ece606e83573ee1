internal import ConstantContactTransport

/// The account's state and the requests so far.
extension FakeConstantContact {
  /// All contacts, deleted ones included, in the order of creation.
  public var allContacts: [Contact] {
    settle()
    return contacts.all.map(Contact.init)
  }

  /// The number of contacts, deleted ones included.
  public var contactCount: Int {
    settle()
    return contacts.count
  }

  /// Returns the contact with an email address in any state, compared case-insensitively.
  public func contact(email address: String) -> Contact? {
    settle()
    return contacts.holder(of: address).map(Contact.init)
  }

  /// Returns the contact with an ID.
  public func contact(id: String) -> Contact? {
    settle()
    return contacts[id].map(Contact.init)
  }

  /// The names of the lists that are not deleted, by ID.
  public var lists: [String: String] {
    settle()
    let current = listRecords.filter { $0.deletedAt == nil }
    return Dictionary(current.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
  }

  /// The labels of the custom fields, by ID.
  public var customFields: [String: String] {
    settle()
    return Dictionary(fieldRecords.map { ($0.id, $0.label) }, uniquingKeysWith: { $1 })
  }

  /// Returns the IDs of a custom field's choices, by label.
  public func choices(ofCustomField id: String) -> [String: String] {
    let choices = fieldRecords.first { $0.id == id.lowercased() }?.choices ?? []
    return Dictionary(choices.map { ($0.label, String($0.id)) }, uniquingKeysWith: { $1 })
  }

  /// The names of the tags, by ID.
  public var tags: [String: String] {
    settle()
    return Dictionary(tagRecords.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
  }

  /// The names of the segments that are not deleted, by ID.
  public var segments: [Int: String] {
    let current = segmentRecords.filter { $0.deletedAt == nil }
    return Dictionary(current.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
  }

  /// Every request so far in the order of arrival, token requests included.
  public var requests: [RequestRecord] { requestLog }

  /// The number of requests by route, such as `GET /v3/contacts/{id}`.
  public var requestCounts: [String: Int] {
    requestLog.reduce(into: [:]) { $0[$1.route, default: 0] += 1 }
  }

  /// The number of requests by the name of the client's operation.
  public var requestCountsByOperation: [String: Int] {
    requestLog.reduce(into: [:]) { $0[$1.operation, default: 0] += 1 }
  }

  /// The largest number of API requests that arrived within any one second, refused ones included.
  public var maxRequestsInAnySecond: Int {
    let times = requestLog.filter { !$0.path.hasPrefix("/oauth2") }.map(\.elapsed)
    var (start, most) = (0, 0)
    for (index, time) in times.enumerated() {
      while time - times[start] >= .seconds(1) { start += 1 }
      most = max(most, index - start + 1)
    }
    return most
  }

  /// The number of requests that have counted toward today's quota.
  public var requestsToday: Int { limits.used(on: time.now) }

  /// Sets the number of requests that have counted toward today's quota.
  public func setRequestsToday(_ count: Int) { limits.use(count, on: time.now) }
}
