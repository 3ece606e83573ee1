public import ConstantContactCore

/// The id of a contact list: a UUID in text. The vendor's web interface does not show it; find a list by its name.
public struct ListID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
