/// The links of an email.
enum EmailLinks {
  /// Returns the URLs of `href` attributes with the scheme http or https, in order, each once, as the HTML has them.
  static func urls(inHTML html: String) -> [String] {
    let bytes = Array(html.utf8)
    let name = Array("href".utf8)
    var (urls, seen, index) = ([String](), Set<String>(), 0)
    func skipWhitespace() { while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 } }
    while index + name.count < bytes.count {
      guard zip(bytes[index...], name).allSatisfy({ $0 | 0x20 == $1 }) else {
        index += 1
        continue
      }
      index += name.count
      skipWhitespace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      skipWhitespace()
      guard index < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[index]),
        let end = bytes[(index + 1)...].firstIndex(of: bytes[index])
      else { continue }
      let url = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      index = end + 1
      let scheme = url.lowercased()
      if scheme.hasPrefix("http://") || scheme.hasPrefix("https://"), seen.insert(url).inserted {
        urls.append(url)
      }
    }
    return urls
  }
}
