public import Foundation

/// What somebody pasted out of the browser's address bar.
public enum PastedAddress {
  /// Reads a pasted line: blanks, quotation marks and angle brackets around the address do not matter, and the scheme, which
  /// some browsers leave out, is taken from the redirect URI.
  ///
  /// - Returns: The address, or `nil` when it is none.
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
