public import ConstantContactTransport

/// The JSON fields of a model that its properties do not hold.
public struct AdditionalFields: Sendable, Hashable {
  /// The fields that this version of the library does not know, by name.
  public internal(set) var unknown: [String: RawJSON] = [:]
  /// The values that could not be read, by field name: for an array, its unreadable elements.
  public internal(set) var unreadable: [String: RawJSON] = [:]
  /// The fields whose nested values have unreadable fields of their own.
  var partlyUnreadable: Set<String> = []

  /// Creates an empty set of fields.
  public init() {}

  /// Adds the fields of a value that is merged into this one's.
  package mutating func merge(_ other: AdditionalFields) {
    unknown.merge(other.unknown) { _, new in new }
    unreadable.merge(other.unreadable) { _, new in new }
    partlyUnreadable.formUnion(other.partlyUnreadable)
  }

  /// The names of the fields that could not be read, here or in a nested value.
  public var unreadableFields: Set<String> { partlyUnreadable.union(unreadable.keys) }

  var hasUnreadable: Bool { !partlyUnreadable.isEmpty || !unreadable.isEmpty }
}

extension AdditionalFields: Redacting {
  /// The number of fields, without names and values: they may hold personal data.
  public var description: String {
    "AdditionalFields(unknown: \(unknown.count), unreadable: \(unreadableFields.count))"
  }
}
