#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Decodes JSON of limited size and depth.
///
/// Foundation's decoder can overflow a small stack on deeply nested input.
enum BoundedJSON {
  private static let sizeLimit = 1 << 20
  /// Token responses and token files nest twice.
  private static let depthLimit = 16

  /// Returns the decoded value, or `nil` when the data is too large, too deep, or does not decode.
  ///
  /// The decoder's error is dropped, because it may quote secrets.
  static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) -> Value? {
    guard data.count <= sizeLimit, isShallow(data) else { return nil }
    return try? JSONDecoder().decode(type, from: data)
  }

  private static func isShallow(_ data: Data) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for byte in data {
      // Only UTF-16 and UTF-32 contain zeros. There, single bytes do not show quotation marks and brackets.
      if byte == 0 { return false }
      if isEscaped {
        isEscaped = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\\"): isEscaped = isInString
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{"), UInt8(ascii: "["): if !isInString { depth += 1 }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): if !isInString { depth -= 1 }
      default: break
      }
      if depth > depthLimit { return false }
    }
    return true
  }
}
