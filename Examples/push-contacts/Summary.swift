import ExampleSupport

/// How many leads came to what. The outcomes add up to the leads.
struct Summary: Encodable {
  let leads: Int
  let created: Int
  let updated: Int
  let skipped: Int
  let failed: Int
  let notTried: Int
  let requests: Int

  enum CodingKeys: String, CodingKey {
    case leads, created, updated, skipped, failed
    case notTried = "not_tried"
    case requests
  }

  init(lines: some Collection<ResultLine>, requests: Int) {
    func count(_ outcome: ResultLine.Outcome) -> Int { lines.count { $0.outcome == outcome } }
    leads = lines.count
    created = count(.created)
    updated = count(.updated)
    skipped = count(.skipped)
    failed = count(.failed)
    notTried = count(.notTried)
    self.requests = requests
  }

  var text: String {
    "\(leads) leads: \(created) created, \(updated) updated, \(skipped) skipped, \(failed) failed, "
      + "\(notTried) not tried; \(requests) requests"
  }
}
