/// The rows of an import: some bytes for each, and the distinct reasons.
struct ImportRows: Sendable {
  private(set) var codes: [ImportRowCode] = []
  private var details: [UInt32] = []
  private var reasons: [String] = []
  private var reasonIndices: [String: UInt32] = [:]

  /// The number of distinct reasons that are kept.
  private static let maximumReasons = 10_000
  private static let otherReason = "a value is not valid"

  mutating func append(_ code: ImportRowCode, detail: Int = 0) {
    codes.append(code)
    details.append(UInt32(clamping: detail))
  }

  mutating func append(_ code: ImportRowCode, reason: String) {
    codes.append(code)
    details.append(index(of: reason))
  }

  mutating func set(_ code: ImportRowCode, at position: Int) { codes[position] = code }

  mutating func set(_ code: ImportRowCode, reason: String, at position: Int) {
    codes[position] = code
    details[position] = index(of: reason)
  }

  /// Adopts the codes of an earlier run, whose reasons this run may not have found.
  mutating func adopt(_ earlier: [ImportRowCode]) {
    for (position, code) in earlier.enumerated() where codes[position] != code {
      codes[position] = code
      details[position] = code == .invalid ? index(of: Self.otherReason) : 0
    }
  }

  func verdict(at position: Int) -> BulkImport.Verdict {
    let detail = Int(clamping: details[position])
    return switch codes[position] {
    case .created: .created
    case .updated: .updated
    case .invalid: .rejected(.invalid(reason(detail)))
    case .duplicate: .rejected(.duplicate(of: detail))
    case .refused: .rejected(.refused(reason(detail)))
    case .rejectedByAPI: .rejected(.rejectedByAPI)
    case .unsubscribed: .heldBack(.unsubscribed)
    case .deleted: .heldBack(.deleted)
    case .notFound: .unconfirmed(.notFound)
    case .failedActivity: .unconfirmed(.failedActivity)
    case .lostResponse: .unconfirmed(.lostResponse)
    case .changedByOthers: .unconfirmed(.changedByOthers)
    case .pending, .notReconciled: .unconfirmed(.notReconciled)
    }
  }

  private func reason(_ index: Int) -> String { reasons.indices.contains(index) ? reasons[index] : Self.otherReason }

  private mutating func index(of reason: String) -> UInt32 {
    if let index = reasonIndices[reason] { return index }
    guard reasons.count < Self.maximumReasons else { return .max }
    reasons.append(reason)
    reasonIndices[reason] = UInt32(reasons.count - 1)
    return UInt32(reasons.count - 1)
  }
}
