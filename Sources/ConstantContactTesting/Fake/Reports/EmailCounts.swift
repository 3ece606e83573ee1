/// What a group of events adds up to, in the terms of the API's statistics.
struct EmailCounts {
  private var contacts: [FakeConstantContact.EmailEvent.Kind: Set<String>] = [:]
  private var devices: [FakeConstantContact.EmailEvent.Kind: [String: Int]] = [:]
  private var bouncesByCode: [String: Set<String>] = [:]

  init(_ events: some Sequence<FakeConstantContact.EmailEvent>) {
    for event in events {
      contacts[event.kind, default: []].insert(event.contact)
      if event.kind == .open || event.kind == .click {
        devices[event.kind, default: [:]][event.device ?? "none", default: 0] += 1
      }
      if let code = event.bounceCode { bouncesByCode[code, default: []].insert(event.contact) }
    }
  }

  /// The number of contacts that an event of this kind happened to.
  func unique(_ kind: FakeConstantContact.EmailEvent.Kind) -> Int { contacts[kind]?.count ?? 0 }

  /// The number of opens or clicks, on a device if one is given.
  func all(_ kind: FakeConstantContact.EmailEvent.Kind, on device: String? = nil) -> Int {
    let counts = devices[kind] ?? [:]
    return device.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
  }

  var notOpened: Int { max(0, unique(.send) - unique(.open) - unique(.bounce)) }

  /// `StatsEmail` of the contract.
  var stats: [String: JSON] {
    var members: [String: JSON] = [
      "em_sends": .integer(unique(.send)), "em_opens": .integer(unique(.open)), "em_clicks": .integer(unique(.click)),
      "em_bounces": .integer(unique(.bounce)), "em_forwards": .integer(unique(.forward)),
      "em_optouts": .integer(unique(.optOut)), "em_not_opened": .integer(notOpened),
      "em_opens_all": .integer(all(.open)), "em_clicks_all": .integer(all(.click)),
    ]
    for device in ["computer", "mobile", "tablet", "other", "none"] {
      members["em_opens_all_" + device] = .integer(all(.open, on: device))
      members["em_clicks_all_" + device] = .integer(all(.click, on: device))
    }
    return members
  }

  /// `StatsEmailActivity` of the contract, without the general statistics.
  var bounceStats: [String: JSON] {
    let names = [
      "B": "nonexistent_address", "D": "undeliverable", "F": "mailbox_full", "S": "suspended", "V": "vacation",
      "X": "other", "Z": "blocked",
    ]
    var members: [String: JSON] = ["em_abuse": .integer(0)]
    for (code, name) in names { members["em_bounces_" + name] = .integer(bouncesByCode[code]?.count ?? 0) }
    return members
  }

  /// `UniqueEmailCounts` of the contract.
  var uniqueCounts: JSON {
    [
      "sends": .integer(unique(.send)), "opens": .integer(unique(.open)), "clicks": .integer(unique(.click)),
      "forwards": .integer(unique(.forward)), "optouts": .integer(unique(.optOut)), "abuse": .integer(0),
      "bounces": .integer(unique(.bounce)), "not_opened": .integer(notOpened),
    ]
  }

  /// `PercentsEmail` of the contract.
  var percents: JSON {
    let shares = Shares([self])
    func share(_ kind: FakeConstantContact.EmailEvent.Kind, _ devices: String...) -> JSON {
      Shares.percent(devices.reduce(0) { $0 + all(kind, on: $1) }, of: all(kind))
    }
    return [
      "bounce": shares.bounce, "click": shares.click, "did_not_open": shares.didNotOpen, "open": shares.open,
      "unsubscribe": shares.unsubscribe, "desktop_click": share(.click, "computer"),
      "desktop_open": share(.open, "computer"), "mobile_click": share(.click, "mobile", "tablet"),
      "mobile_open": share(.open, "mobile", "tablet"),
    ]
  }

  /// The percentages of one or more campaigns.
  struct Shares {
    let bounce, open, didNotOpen, click, unsubscribe: JSON

    init(_ counts: [EmailCounts]) {
      func sum(_ kind: FakeConstantContact.EmailEvent.Kind) -> Int { counts.reduce(0) { $0 + $1.unique(kind) } }
      let delivered = sum(.send) - sum(.bounce)
      bounce = Self.percent(sum(.bounce), of: sum(.send))
      open = Self.percent(sum(.open), of: delivered)
      didNotOpen = Self.percent(counts.reduce(0) { $0 + $1.notOpened }, of: delivered)
      click = Self.percent(sum(.click), of: sum(.open))
      unsubscribe = Self.percent(sum(.optOut), of: delivered)
    }

    /// Returns a percentage with one decimal; zero of nothing.
    static func percent(_ part: Int, of whole: Int) -> JSON {
      .number(whole > 0 ? (Double(part) * 1_000 / Double(whole)).rounded() / 10 : 0)
    }
  }
}
