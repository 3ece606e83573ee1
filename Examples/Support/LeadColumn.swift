/// One column of a file of leads.
public struct LeadColumn: Sendable, Hashable {
  /// The name by which the column is looked up, as ``name(for:)`` makes it.
  public let name: String
  /// The name as the file writes it, without blanks around it.
  public let title: String

  /// Makes a column from the name that the file writes.
  public init(title: String) {
    self.title = title.trimmingBlanks()
    name = Self.name(for: title)
  }

  /// The form in which column names are compared: lower case, no blanks around it, and one underscore for each run of
  /// blanks, dashes and underscores. `Work E-Mail` stays different from `work_email`; `Work Email` does not.
  public static func name(for title: String) -> String {
    var result = ""
    var gap = false
    for character in title.trimmingBlanks().lowercased() {
      if character.isWhitespace || character == "-" || character == "_" {
        gap = true
      } else {
        if gap { result.append("_") }
        gap = false
        result.append(character)
      }
    }
    return gap && !result.isEmpty ? result + "_" : result
  }
}

extension String {
  /// The text without the white space around it.
  func trimmingBlanks() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
