#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension FakeConstantContact {
  /// A change of the account. See ``FakeConstantContact/log``.
  public struct LogEntry: Sendable {
    /// What caused a change.
    public enum Cause: Sendable, Hashable {
      /// A request, by its ``RequestRecord/index``.
      case request(Int)
      /// An ``Edit`` made by a test.
      case edit
      /// The passing of time, such as a scheduled send or a recipient's opt-out.
      case time
    }

    /// The entry's number, from 0.
    public let index: Int
    /// The date of the change.
    public let date: Date
    /// What happened.
    public let kind: WriteRecord.Kind
    /// The kind of resource that changed.
    public let resource: WriteRecord.Resource
    /// The resource's ID.
    public let id: String
    /// What caused the change.
    public let cause: Cause
    private let old: Snapshot?
    private let new: Snapshot?

    init(
      index: Int, date: Date, kind: WriteRecord.Kind, resource: WriteRecord.Resource, id: String, cause: Cause,
      before: Snapshot?, after: Snapshot?
    ) {
      self.index = index
      self.date = date
      self.kind = kind
      self.resource = resource
      self.id = id
      self.cause = cause
      old = before
      new = after
    }

    /// The resource before the change, as JSON of the API; `nil` for a new one. Contacts have all sub-resources.
    public var before: Data? { old?.json.data }
    /// The resource after the change, as JSON of the API; `nil` for one that exists no more. Contacts have all sub-resources.
    public var after: Data? { new?.json.data }

    /// The names of the top-level properties that differ, sorted.
    public var changedProperties: [String] {
      let (before, after) = (old?.json.object ?? [:], new?.json.object ?? [:])
      return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    }

    var write: WriteRecord? {
      guard case .request(let index) = cause else { return nil }
      return WriteRecord(kind: kind, resource: resource, id: id, address: (new ?? old)?.address, requestIndex: index)
    }
  }
}

extension FakeConstantContact.LogEntry: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The kind of change and the ID, without personal data.
  public var description: String { "\(index): \(kind.rawValue) \(resource.rawValue) \(id)" }
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror that shows no more than `description`.
  public var customMirror: Mirror { Mirror(self, children: ["entry": description]) }
}
