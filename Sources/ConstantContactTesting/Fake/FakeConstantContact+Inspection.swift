internal import ConstantContactTransport

/// What tests look at.
extension FakeConstantContact {
  /// All contacts, deleted ones too, in the order of their creation.
  public var allContacts: [Contact] { contacts.all.map(Contact.init) }

  /// The holder of an e-mail address, whatever its state and the case of the letters.
  public func contact(email address: String) -> Contact? { contacts.holder(of: address).map(Contact.init) }

  /// The contact with an id.
  public func contact(id: String) -> Contact? { contacts[id].map(Contact.init) }

  /// The names of the lists that are not deleted, by id.
  public var lists: [String: String] {
    let current = listRecords.filter { $0.deletedAt == nil }
    return Dictionary(current.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
  }

  /// The labels of the custom fields, by id.
  public var customFields: [String: String] {
    Dictionary(fieldRecords.map { ($0.id, $0.label) }, uniquingKeysWith: { $1 })
  }

  /// Every request so far, in the order of arrival, those to the token host included.
  public var requests: [RequestRecord] { requestLog }

  /// Everything requests have changed so far.
  public var writes: [WriteRecord] { writeLog }

  /// How many requests came in by route, such as `GET /v3/contacts/{id}`.
  public var requestCounts: [String: Int] {
    requestLog.reduce(into: [:]) { $0[$1.route, default: 0] += 1 }
  }

  /// How many requests came in by the name of the client's operation.
  public var requestCountsByOperation: [String: Int] {
    requestLog.reduce(into: [:]) { $0[$1.operation, default: 0] += 1 }
  }

  /// The most requests to the API that came in within any one second, refused ones included.
  public var maxRequestsInAnySecond: Int {
    let times = requestLog.lazy.filter { !$0.path.hasPrefix("/oauth2") }.map(\.elapsed)
    var (window, most): ([Duration], Int) = ([], 0)
    for time in times {
      window.removeAll { time - $0 >= .seconds(1) }
      window.append(time)
      most = max(most, window.count)
    }
    return most
  }

  /// How many requests have counted towards today's quota.
  public var requestsToday: Int { limits.used(on: time.now) }

  /// Pretends that so many requests have counted towards today's quota.
  public func setRequestsToday(_ count: Int) { limits.use(count, on: time.now) }
}
