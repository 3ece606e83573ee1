import ConstantContactKit

/// What a push would do, as far as it can be said without a request.
struct DryRun {
  /// The reports on leads that would not be pushed.
  let settled: [DeliveryReport]
  /// The email addresses of the leads that would be pushed, by position.
  let addresses: [Int: String]
  /// The number of requests, if no contact exists.
  let requests: Int

  init(_ leads: [Lead], pusher: ContactPusher) {
    let check = pusher.check(leads)
    settled = check.settled
    requests = 2 * check.ready.count
    addresses = Dictionary(uniqueKeysWithValues: check.ready.map { ($0, Self.address(of: leads[$0], pusher)) })
  }

  /// The address that the pusher selects: the one at work, if it is valid.
  private static func address(of lead: Lead, _ pusher: ContactPusher) -> String {
    let workEmail = lead.workEmail.flatMap { email in
      pusher.check([Lead(email: email)]).ready.isEmpty ? nil : email
    }
    return workEmail ?? lead.personalEmail ?? ""
  }
}
