/// The progress of a push of many leads.
public struct PushProgress: Sendable, Hashable {
  /// A part of the push.
  public enum Phase: String, Sendable, Hashable, Codable, CaseIterable {
    /// Reading the contacts of the account.
    case snapshot
    /// Delivering the leads.
    case leads
  }

  /// The part of the push.
  public let phase: Phase
  /// How far it is: in contacts of the account, or in reported leads.
  public let work: WorkProgress

  /// Creates a progress, for previews and tests.
  public init(_ phase: Phase, _ work: WorkProgress) {
    self.phase = phase
    self.work = work
  }
}

extension PushProgress: CustomStringConvertible {
  /// The part and its progress in one line.
  public var description: String { "\(phase.rawValue): \(work)" }
}
