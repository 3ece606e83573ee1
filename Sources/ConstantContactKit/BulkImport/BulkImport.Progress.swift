extension BulkImport {
  /// The progress of an import: what it is doing, and how far.
  public struct Progress: Sendable, Hashable {
    /// A step of an import.
    public enum Step: String, Sendable, Hashable, CaseIterable {
      /// Reads and checks the contacts.
      case reading
      /// Sends the chunks. The items are contacts.
      case sending
      /// Waits for the activities. The items are contacts.
      case waiting
      /// Reads the changed contacts of the account. The items are the contacts whose verdict depends on it.
      case reconciling
    }

    /// The step.
    public let step: Step
    /// The items of the step.
    public let work: WorkProgress
  }
}
