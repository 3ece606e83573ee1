import Foundation

/// Lines that somebody types.
enum StandardInput {
  /// The lines up to the end of standard input. They are read on a thread of their own, which waits for people.
  static func lines() -> AsyncStream<String> {
    let (lines, line) = AsyncStream.makeStream(of: String.self)
    Thread {
      while let text = readLine() { line.yield(text) }
      line.finish()
    }.start()
    return lines
  }
}
