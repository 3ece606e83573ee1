/// The leads of one push in their order, each looked at, and those settled whose address an earlier one has.
struct LeadQueue<Leads: IteratorProtocol<Lead>> {
  private let pusher: ContactPusher
  private var leads: Leads
  private var position = 0
  private var firstWith: [String: Int] = [:]
  private var isExhausted = false

  init(pusher: ContactPusher, leads: Leads) {
    self.pusher = pusher
    self.leads = leads
  }

  mutating func next() -> PreparedLead? {
    guard !isExhausted, let lead = leads.next() else {
      isExhausted = true
      return nil
    }
    defer { position += 1 }
    var prepared = pusher.prepare(lead, at: position)
    // A lead that fails without a request was not sent: the next with its address gets its turn.
    guard case .ready = prepared.verdict, let key = prepared.email?.lowercased() else { return prepared }
    if let first = firstWith[key] {
      prepared.verdict = .settled(.skipped(.duplicate(of: first)))
    } else {
      firstWith[key] = position
    }
    return prepared
  }
}
