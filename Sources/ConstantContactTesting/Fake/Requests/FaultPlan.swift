internal import ConstantContactTransport

/// Chooses the fault of a request: injected ones first, then random ones.
struct FaultPlan {
  private struct Entry {
    let fault: InjectedFault
    var remaining: Int
    let matches: @Sendable (TransportRequest) -> Bool
  }

  private struct Rate {
    let probability: Double
    let kinds: [InjectedFault]
  }

  private var entries: [Entry] = []
  /// By operation, such as `POST /contacts`.
  private var rates: [String: Rate] = [:]
  private var generator: SplitMix64
  private let rate: Double
  private let kinds: [InjectedFault]

  init(rate: Double, kinds: [InjectedFault], seed: UInt64) {
    self.rate = rate
    self.kinds = kinds
    // A separate stream: the number of generated IDs must not change which requests fail.
    generator = SplitMix64(seed: seed ^ 0xFA17)
  }

  mutating func add(_ fault: InjectedFault, times: Int, when matches: @escaping @Sendable (TransportRequest) -> Bool) {
    entries.append(Entry(fault: fault, remaining: times, matches: matches))
  }

  mutating func set(_ probability: Double, _ kinds: [InjectedFault], of operation: String) {
    rates[operation] = Rate(probability: probability, kinds: kinds)
  }

  mutating func removeAll() {
    entries = []
    rates = [:]
  }

  var pending: Int {
    entries.reduce(0) { sum, entry in
      let (total, overflow) = sum.addingReportingOverflow(entry.remaining)
      return overflow ? .max : total
    }
  }

  mutating func next(for request: TransportRequest, _ call: Call, mayBeRandom: Bool) -> InjectedFault? {
    if let index = entries.firstIndex(where: { $0.matches(request) }) {
      let fault = entries[index].fault
      entries[index].remaining -= 1
      if entries[index].remaining <= 0 { entries.remove(at: index) }
      return fault
    }
    guard mayBeRandom else { return nil }
    let own = rates.isEmpty ? nil : Route.operation(of: call).flatMap { rates[$0] }
    let (rate, kinds) = own.map { ($0.probability, $0.kinds) } ?? (rate, kinds)
    guard rate > 0, !kinds.isEmpty else { return nil }
    guard Double.random(in: 0..<1, using: &generator) < rate else { return nil }
    return kinds.randomElement(using: &generator)
  }
}
