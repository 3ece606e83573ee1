internal import ConstantContactKit

/// A column of a file of leads.
public struct LeadColumn: Sendable, Hashable {
  /// The heading as written in the file, without surrounding whitespace.
  public let title: String
  /// The form in which headings are compared; see ``key(for:)``.
  public let key: String

  /// Creates a column from its heading.
  public init(title: String) {
    self.title = title.trimmingWhitespace()
    key = Self.key(for: title)
  }

  /// Returns the form in which headings are compared: lowercase, without whitespace, hyphens and underscores. `E-Mail
  /// Address`, `email_address` and `EmailAddress` have the same key.
  public static func key(for title: String) -> String {
    CSVHeading.key(for: title)
  }
}

extension String {
  /// The text without surrounding whitespace.
  func trimmingWhitespace() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
