public import ConstantContactResources

/// A contact list, identified by ID or by name. The web interface of Constant Contact shows names only.
public enum ListReference: Sendable, Hashable {
  /// A list ID.
  case id(ListID)
  /// A list name. An exact match is preferred over one that differs in case.
  case name(String)

  /// Creates a reference from user input: a UUID is an ID, any other text a name.
  public init(_ text: String) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    let isUUID =
      groups.map(\.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    self = isUUID ? .id(ListID(text)) : .name(text)
  }

  /// Whether it is a name.
  var isName: Bool { if case .name = self { true } else { false } }
}
