public import Foundation

/// Reads a URL that was copied from the address bar of a browser.
public enum PastedAddress {
  /// Returns the URL in a line. Surrounding whitespace, quotation marks and angle brackets are ignored. A missing scheme,
  /// which some browsers omit, is taken from the redirect URI.
  ///
  /// - Returns: `nil` when the line is not a URL.
  public static func url(in line: String, redirectURI: String) -> URL? {
    var text = Substring(line)
    let wrapping: Set<Character> = ["\"", "'", "<", ">", "`"]
    while let first = text.first, first.isWhitespace || wrapping.contains(first) { text.removeFirst() }
    while let last = text.last, last.isWhitespace || wrapping.contains(last) { text.removeLast() }
    guard !text.isEmpty, !text.contains(where: \.isWhitespace) else { return nil }
    var address = String(text)
    if !address.contains("://"), let end = redirectURI.range(of: "://")?.upperBound {
      let prefix = redirectURI[..<end]
      let host = redirectURI[end...].prefix { $0 != "/" }
      guard address.lowercased().hasPrefix(host.lowercased()) else { return nil }
      address = prefix + address
    }
    guard let url = URL(string: address, encodingInvalidCharacters: false), url.host() != nil else { return nil }
    return url
  }
}
