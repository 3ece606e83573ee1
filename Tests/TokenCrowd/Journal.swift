import Foundation

/// What a worker writes down as it happens, a line each, so that it is there however the worker ends.
enum Journal {
  enum Entry: Equatable {
    /// The store knows that a refresh of this generation is about to be sent.
    case marked(Int)
    /// The mark was taken away again: the refresh was answered without spending the token.
    case unmarked(Int)
    /// The generation was refreshed, and the new pair is in the store.
    case saved(Int)
    /// The generation was refreshed although its access token was still good.
    case early(Int)
    /// The worker is about to kill itself.
    case dies(String)
    /// A call succeeded.
    case call
    /// The library reported the generation's reply as lost.
    case lost(Int)
    /// A call was refused twice for its token: it took longer than the token lived.
    case late
    /// A call failed otherwise.
    case failed(String)

    var line: String {
      switch self {
      case .marked(let generation): "marked \(generation)"
      case .unmarked(let generation): "unmarked \(generation)"
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

  /// Adds a line to the standard output, in one write.
  static func write(_ entry: Entry) {
    FileHandle.standardOutput.write(Data("\(entry.line)\n".utf8))
  }
}
