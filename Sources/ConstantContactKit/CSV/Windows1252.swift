/// The encoding Windows-1252.
enum Windows1252 {
  /// The characters 0x80 to 0x9F. The five that are not assigned are control characters, as in web browsers.
  private static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E,
    0x0178,
  ]

  /// Appends the text in UTF-8.
  static func append(_ bytes: some Sequence<UInt8>, to content: inout [UInt8]) {
    for byte in bytes {
      if byte < 0x80 {
        content.append(byte)
      } else {
        let code = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt16(byte)
        if code >= 0x800 { content.append(UInt8(0xE0 | code >> 12)) }
        content.append(UInt8(code < 0x800 ? 0xC0 | code >> 6 : 0x80 | code >> 6 & 0x3F))
        content.append(UInt8(0x80 | code & 0x3F))
      }
    }
  }
}
