internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The random model of what a recipient does with an email. ``FakeConstantContact/Engagement`` documents it.
struct RecipientModel {
  typealias Event = FakeConstantContact.EmailEvent

  let engagement: FakeConstantContact.Engagement
  let links: [String]

  /// Returns what happens after a send, in any order.
  func events(after send: Event, random: inout SplitMix64) -> [Event] {
    let period = Self.seconds(engagement.period)
    // The time between an open and what follows it, and from a send to its bounce.
    let short = min(300, period / 20)
    func pause(_ random: inout SplitMix64) -> Int { Int(unit(&random) * short) }
    if occurs(engagement.bounceRate, &random) {
      return [
        event(.bounce, of: send, after: 1 + pause(&random)) { $0.bounceCode = Self.bounceCode(&random) }
      ]
    }
    guard occurs(engagement.openRate, &random) else { return [] }
    var opens = [openDelay(within: period, &random)]
    while opens.count < 10, occurs(engagement.repeatRate, &random) { opens.append(openDelay(within: period, &random)) }
    let first = opens.min() ?? 1
    let device = Self.device(&random)
    // Repeated opens are mostly on the same device.
    var events = opens.map { delay in
      event(.open, of: send, after: delay) { event in
        event.device = delay == first || random.next() % 5 > 0 ? device : Self.device(&random)
      }
    }
    if !links.isEmpty, occurs(engagement.clickRate, &random) {
      var clicks = 0
      repeat {
        let open = opens[Int(random.next() % UInt64(opens.count))]
        // The first links of an email get more clicks than the last.
        let link = min(random.next() % UInt64(links.count), random.next() % UInt64(links.count))
        events.append(
          event(.click, of: send, after: open + pause(&random)) { event in
            (event.device, event.link) = (device, links[Int(link)])
          })
        clicks += 1
      } while clicks < 10 && occurs(engagement.repeatRate, &random)
    }
    if occurs(engagement.forwardRate, &random) {
      events.append(event(.forward, of: send, after: first + pause(&random)) { _ in })
    }
    if occurs(engagement.optOutRate, &random) {
      events.append(
        event(.optOut, of: send, after: first + pause(&random)) { event in
          event.optOutReason = Self.reasons[Int(random.next() % UInt64(Self.reasons.count))]
        })
    }
    return events
  }

  private func event(_ kind: Event.Kind, of send: Event, after delay: Int, _ fill: (inout Event) -> Void) -> Event {
    var event = send
    (event.kind, event.date) = (kind, send.date.addingTimeInterval(Double(delay)))
    fill(&event)
    return event
  }

  /// Half of the opens happen in the first eighth of the period.
  private func openDelay(within period: Double, _ random: inout SplitMix64) -> Int {
    let share = unit(&random)
    return 1 + Int(period * share * share * share)
  }

  private func occurs(_ rate: Double, _ random: inout SplitMix64) -> Bool { unit(&random) < rate }

  private func unit(_ random: inout SplitMix64) -> Double { Double(random.next() >> 11) / Double(UInt64(1) << 53) }

  /// Any duration that a test configures, at most 30 years.
  private static func seconds(_ period: Duration) -> Double { min(max(period / .seconds(1), 0), 1e9) }

  private static func device(_ random: inout SplitMix64) -> String? {
    switch random.next() % 100 {
    case 0..<45: "computer"
    case 45..<88: "mobile"
    case 88..<96: "tablet"
    case 96..<99: "other"
    default: nil
    }
  }

  private static func bounceCode(_ random: inout SplitMix64) -> String {
    switch random.next() % 100 {
    case 0..<40: "B"
    case 40..<50: "D"
    case 50..<65: "F"
    case 65..<70: "S"
    case 70..<80: "V"
    case 80..<90: "X"
    default: "Z"
    }
  }

  private static let reasons: [String?] = [
    nil, "I no longer want to receive these emails", "I never signed up for these emails", "Other: not what I expected",
  ]
}
