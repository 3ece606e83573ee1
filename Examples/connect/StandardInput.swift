import Foundation

/// Lines that somebody types.
enum StandardInput {
  /// The lines up to the end of standard input. They are read on a thread of their own, which waits for people.
  ///
  /// Not with `readLine`: while that waits it keeps a lock that everything needs which flushes the buffers of `stdio`.
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
