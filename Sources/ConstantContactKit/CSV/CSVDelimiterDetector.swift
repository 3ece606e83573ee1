/// Finds the delimiter of a file in its first line that is not empty.
struct CSVDelimiterDetector {
  private var candidate: UInt8?
  private var isQuoted = false
  private var isEmpty = true
  private var examined = 0

  /// The delimiter, as far as it is known.
  var delimiter: UInt8 { candidate ?? UInt8(ascii: ",") }

  /// Examines the bytes from the beginning of the file. They grow from call to call.
  ///
  /// - Returns: Whether the delimiter is known.
  mutating func examine(_ bytes: ArraySlice<UInt8>, limit: Int) -> Bool {
    for byte in bytes.dropFirst(examined) {
      examined += 1
      if examined > limit { return true }
      if byte == CSVParser.quote {
        isQuoted.toggle()
      } else if !isQuoted {
        switch byte {
        case CSVParser.lineFeed, CSVParser.carriageReturn:
          if isEmpty { continue }
          return true
        case UInt8(ascii: ","):
          candidate = byte
          return true
        case UInt8(ascii: ";"), UInt8(ascii: "\t"): candidate = candidate ?? byte
        default: break
        }
      }
      isEmpty = false
    }
    return false
  }
}
