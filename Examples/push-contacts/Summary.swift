import ExampleSupport

/// The number of leads by outcome.
struct Summary: Encodable {
  let leads: Int
  let created: Int
  let updated: Int
  let skipped: Int
  let failed: Int
  let notTried: Int
  /// The leads that a push would look up; `nil` when it is not a dry run.
  let wouldPush: Int?
  let requests: Int

  enum CodingKeys: String, CodingKey {
    case leads, created, updated, skipped, failed
    case notTried = "not_tried"
    case wouldPush = "would_push"
    case requests
  }

  init(lines: some Collection<ResultLine>, requests: Int, isDryRun: Bool) {
    func count(_ outcome: ResultLine.Outcome) -> Int { lines.count { $0.outcome == outcome } }
    leads = lines.count
    created = count(.created)
    updated = count(.updated)
    skipped = count(.skipped)
    failed = count(.failed)
    notTried = count(.notTried)
    wouldPush = isDryRun ? count(.wouldPush) : nil
    self.requests = requests
  }

  var text: String {
    let counts =
      if let wouldPush {
        "\(wouldPush) would be pushed, \(skipped) skipped, \(failed) failed"
      } else {
        "\(created) created, \(updated) updated, \(skipped) skipped, \(failed) failed, \(notTried) not tried"
      }
    return "\(Count(leads, "lead")): \(counts); \(Count(requests, "request"))"
  }
}
