public import ConstantContactCore

/// The id of a phone number on a contact: a UUID in text.
public struct PhoneNumberID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
