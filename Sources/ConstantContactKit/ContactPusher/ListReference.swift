public import ConstantContactResources

/// A list, by its id or by its name. The vendor's web interface shows names only.
public enum ListReference: Sendable, Hashable {
  /// By id.
  case id(ListID)
  /// By name. It has to exist when the first lead is pushed.
  case name(String)

  /// A list by what a person typed: a UUID is an id, anything else a name.
  public init(_ text: String) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    let isUUID =
      groups.map(\.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    self = isUUID ? .id(ListID(text)) : .name(text)
  }
}
