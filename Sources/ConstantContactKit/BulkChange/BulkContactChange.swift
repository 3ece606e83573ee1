public import ConstantContactResources

/// Changes to the tags or lists of any number of contacts by bulk activities, and how far they are.
///
/// The contacts are cut into chunks of at most 500, and each chunk goes through the steps in order. A step of a chunk starts only after
/// the step before has completed. Every step may be repeated without harm, so that a change can be resumed at any point, in another
/// process too: store it whenever it is reported, and pass it to ``BulkContactChanges/resume(_:onChange:)``.
///
/// It holds IDs of contacts and no other personal data.
public struct BulkContactChange: Sendable, Hashable, Codable {
  /// What is done to each chunk.
  public enum Step: Sendable, Hashable, Codable {
    /// Adds tags, 1 to 50.
    case addTags([TagID])
    /// Removes tags, 1 to 50.
    case removeTags([TagID])
    /// Removes the contacts from lists, 1 to 50.
    case removeFromLists([ListID])
  }

  /// The contacts of a chunk.
  public enum Target: Sendable, Hashable, Codable {
    /// These contacts, 1 to 500.
    case contacts([ContactID])
    /// All contacts that can receive email.
    case allActive
  }

  /// What happened to a step of a chunk.
  public enum Outcome: Sendable, Hashable, Codable {
    /// Nothing was sent.
    case notSent
    /// The activity was started, and its end is not known.
    case started(BulkActivityID)
    /// The activity has completed. The number is that of contacts that the API did not change, because they no longer exist or have as
    /// many tags as they may have; `nil` when it did not say.
    case completed(BulkActivityID, refused: Int?)
    /// The step failed, for this reason. Resuming repeats it.
    case failed(String)

    /// Whether the step has completed.
    public var isCompleted: Bool { if case .completed = self { true } else { false } }
  }

  /// A part of the contacts.
  public struct Chunk: Sendable, Hashable, Codable {
    /// The contacts.
    public let target: Target
    /// An outcome for each step.
    public internal(set) var outcomes: [Outcome]
    /// Contacts that were left on their lists because they could not be tagged.
    public internal(set) var leftOut: [ContactID] = []
  }

  /// The steps, in order.
  public let steps: [Step]
  /// The chunks.
  public internal(set) var chunks: [Chunk]

  init(_ steps: [Step], _ targets: [Target]) {
    self.steps = steps
    chunks = targets.map { Chunk(target: $0, outcomes: steps.map { _ in .notSent }) }
  }

  init(_ steps: [Step], contacts: some Sequence<ContactID>) {
    var seen: Set<ContactID> = []
    let ids = contacts.filter { !$0.rawValue.isEmpty && seen.insert($0).inserted }
    let starts = stride(from: 0, to: ids.count, by: BulkActivityLimits.contacts)
    self.init(steps, starts.map { .contacts(Array(ids[$0..<min($0 + BulkActivityLimits.contacts, ids.count)])) })
  }

  /// Whether every step of every chunk has completed.
  public var isComplete: Bool { chunks.allSatisfy { $0.outcomes.allSatisfy(\.isCompleted) } }

  /// The number of contacts; those of ``Target/allActive`` are not counted.
  public var contactCount: Int { chunks.reduce(0) { $0 + $1.target.ids.count } }

  /// The number of contacts of which every step has completed.
  public var completedContactCount: Int {
    chunks.reduce(0) { $0 + ($1.outcomes.allSatisfy(\.isCompleted) ? $1.target.ids.count : 0) }
  }
}

extension BulkContactChange.Target {
  /// The contacts; empty for all active ones.
  public var ids: [ContactID] { if case .contacts(let ids) = self { ids } else { [] } }
}

extension BulkContactChange: CustomStringConvertible {
  /// The numbers of chunks, such as `3 of 4 chunks completed`, and the first failure.
  public var description: String {
    let completed = chunks.count { $0.outcomes.allSatisfy(\.isCompleted) }
    let failure = chunks.lazy.flatMap(\.outcomes).compactMap { outcome in
      if case .failed(let reason) = outcome { reason } else { nil }
    }.first
    return "\(completed) of \(chunks.count) chunks completed" + (failure.map { "; first failure: \($0)" } ?? "")
  }
}
