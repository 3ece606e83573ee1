internal import ConstantContactResources

/// The leads of one push in order, checked, with those settled that repeat an earlier email address.
struct LeadQueue<Leads: IteratorProtocol<Lead>> {
  private var leads: Leads
  private let options: ContactPusher.Options
  /// The number of leads taken so far.
  private(set) var position = 0
  private var firstPositions: [String: Int] = [:]
  private var isExhausted = false
  /// Leads that were taken in advance, the next one last.
  private var taken: [PreparedLead] = []

  init(_ leads: Leads, options: ContactPusher.Options) {
    self.leads = leads
    self.options = options
  }

  mutating func next() -> PreparedLead? { taken.popLast() ?? prepareNext() }

  /// Takes all leads, which are still returned by ``next()``.
  ///
  /// - Returns: Those that need requests.
  mutating func takeAll() -> [PreparedLead] {
    var rest: [PreparedLead] = []
    while let lead = next() { rest.append(lead) }
    taken = rest.reversed()
    return rest.filter { $0.settledReport == nil }
  }

  private mutating func prepareNext() -> PreparedLead? {
    guard !isExhausted, let lead = leads.next() else {
      isExhausted = true
      return nil
    }
    defer { position += 1 }
    var prepared = LeadMapper.prepare(lead, at: position, options: options)
    // A lead that fails without a request does not make a later one a duplicate.
    guard case .ready = prepared.state, let key = prepared.email?.lowercased() else { return prepared }
    if let first = firstPositions[key] {
      prepared.state = .settled(.skipped(.duplicate(of: first)))
    } else {
      firstPositions[key] = position
    }
    return prepared
  }
}
