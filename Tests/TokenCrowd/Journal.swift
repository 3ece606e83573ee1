import Foundation

/// The log of a worker: a line per entry, written at once, so that it survives the worker.
enum Journal {
  enum Entry: Equatable {
    /// The store was marked: a refresh of this generation is about to be sent.
    case marked(Int)
    /// The mark was removed: the response showed that the refresh token was not used up.
    case unmarked(Int)
    /// The store remembers that the response to a refresh of this generation was lost.
    case remembered(Int)
    /// The generation was refreshed, and the new pair is in the store.
    case saved(Int)
    /// The generation was refreshed although its access token was not about to expire.
    case early(Int)
    /// The worker is about to kill itself.
    case dies(String)
    /// A call succeeded.
    case call
    /// The library reported that the response to a refresh of this generation was lost.
    case lost(Int)
    /// A call's token was rejected twice, because the call took longer than the token's lifetime.
    case late
    /// A call failed for another reason.
    case failed(String)

    var line: String {
      switch self {
      case .marked(let generation): "marked \(generation)"
      case .unmarked(let generation): "unmarked \(generation)"
      case .remembered(let generation): "remembered \(generation)"
      case .saved(let generation): "saved \(generation)"
      case .early(let generation): "early \(generation)"
      case .dies(let place): "dies \(place)"
      case .call: "call"
      case .late: "late"
      case .lost(let generation): "lost \(generation)"
      case .failed(let code): "failed \(code)"
      }
    }

    init?(line: Substring) {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      let number = words.count == 2 ? Int(words[1]) : nil
      switch (words.first, number) {
      case ("marked", let generation?): self = .marked(generation)
      case ("unmarked", let generation?): self = .unmarked(generation)
      case ("remembered", let generation?): self = .remembered(generation)
      case ("saved", let generation?): self = .saved(generation)
      case ("early", let generation?): self = .early(generation)
      case ("lost", let generation?): self = .lost(generation)
      case ("dies", _): self = .dies(words.last ?? "")
      case ("failed", _): self = .failed(words.last ?? "")
      case ("call", _): self = .call
      case ("late", _): self = .late
      default: return nil
      }
    }
  }

  /// Appends an entry to standard output in one write.
  static func write(_ entry: Entry) {
    FileHandle.standardOutput.write(Data("\(entry.line)\n".utf8))
  }
}
