public import ConstantContactCore

/// The ID of the document of an email in format 4: a UUID.
public struct CampaignDocumentID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
