import Foundation

/// Reads standard input.
enum StandardInput {
  /// Returns the lines of standard input. A thread of its own reads them, because reading blocks.
  ///
  /// `readLine` is unsuitable: while it waits, it holds a lock that is needed to flush standard output.
  static func lines() -> AsyncStream<String> {
    let (lines, line) = AsyncStream.makeStream(of: String.self)
    Thread {
      var rest = Data()
      while case let data = FileHandle.standardInput.availableData, !data.isEmpty {
        rest += data
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
          line.yield(String(decoding: rest[..<end], as: UTF8.self))
          rest = Data(rest[(end + 1)...])
        }
      }
      if !rest.isEmpty { line.yield(String(decoding: rest, as: UTF8.self)) }
      line.finish()
    }.start()
    return lines
  }
}
