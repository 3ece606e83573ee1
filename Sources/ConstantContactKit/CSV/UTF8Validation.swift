/// Checks UTF-8 without the silent repairs of `String(decoding:as:)`.
enum UTF8Validation {
  /// Whether all bytes are ASCII.
  static func isASCII(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        if bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
        index += 8
      }
      return bytes[index...].allSatisfy { $0 < 0x80 }
    }
  }

  /// Whether the bytes are well-formed UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
  static func isUTF8(_ bytes: some Sequence<UInt8>) -> Bool {
    var missing = 0
    // The permitted values of the next byte.
    var allowed: ClosedRange<UInt8> = 0x80...0xBF
    for byte in bytes {
      if missing > 0 {
        guard allowed.contains(byte) else { return false }
        allowed = 0x80...0xBF
        missing -= 1
        continue
      }
      switch byte {
      case 0x00...0x7F: continue
      case 0xC2...0xDF: missing = 1
      case 0xE0...0xEF:
        missing = 2
        if byte == 0xE0 { allowed = 0xA0...0xBF } else if byte == 0xED { allowed = 0x80...0x9F }
      case 0xF0...0xF4:
        missing = 3
        if byte == 0xF0 { allowed = 0x90...0xBF } else if byte == 0xF4 { allowed = 0x80...0x8F }
      default: return false
      }
    }
    return missing == 0
  }
}
