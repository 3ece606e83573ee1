import ConstantContactTesting

/// Derives damaged inputs from valid ones. The same seed leads to the same inputs.
struct Mutator {
  private static let sizeLimit = 128 * 1024

  private let seeds: [[UInt8]]
  private var random: SplitMix64

  init(seeds: [[UInt8]], seed: UInt64) {
    self.seeds = seeds
    random = SplitMix64(seed: seed)
  }

  mutating func next() -> [UInt8] {
    var bytes = seeds.randomElement(using: &random) ?? []
    // Mostly one change: most parsers give up at the first fault, and the rest of the input is not reached.
    let changes = Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 2...8, using: &random) : 1
    for _ in 0..<changes { change(&bytes) }
    return Array(bytes.prefix(Self.sizeLimit))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    switch Int.random(in: 0..<14, using: &random) {
    case 0: flipBit(&bytes)
    case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place(in: bytes))
    case 2: bytes.removeSubrange(range(in: bytes))
    case 3: bytes.removeSubrange(place(in: bytes)...)
    case 4: repeatRange(&bytes)
    case 5: splice(&bytes)
    case 6: bytes.insert(contentsOf: token(), at: place(in: bytes))
    case 7: bytes.replaceSubrange(range(in: bytes), with: token())
    case 8, 9: replaceNumber(&bytes)
    case 10, 11: replaceValue(&bytes)
    case 12: nest(&bytes)
    default: replaceText(&bytes)
    }
  }

  // MARK: Any bytes

  private mutating func place(in bytes: [UInt8]) -> Int { Int.random(in: 0...bytes.count, using: &random) }

  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = place(in: bytes)
    let length = Int.random(in: 0...min(bytes.count - start, 40), using: &random)
    return start..<start + length
  }

  private mutating func flipBit(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
  }

  private mutating func repeatRange(_ bytes: inout [UInt8]) {
    let range = range(in: bytes)
    guard !range.isEmpty else { return }
    let count = [2, 3, 100, 2_000].randomElement(using: &random) ?? 2
    let piece = Array(bytes[range])
    bytes.insert(contentsOf: Array(repeatElement(piece, count: count).joined()), at: range.upperBound)
  }

  private mutating func splice(_ bytes: inout [UInt8]) {
    guard let other = seeds.randomElement(using: &random) else { return }
    bytes = Array(bytes[..<place(in: bytes)]) + other[place(in: other)...]
  }

  private mutating func token() -> [UInt8] { FuzzDictionary.tokens.randomElement(using: &random) ?? [] }

  // MARK: Structured text

  /// Replaces digits by an extreme number.
  private mutating func replaceNumber(_ bytes: inout [UInt8]) {
    let digits = bytes.indices.filter { isDigit(bytes[$0]) && ($0 == 0 || !isDigit(bytes[$0 - 1])) }
    guard let start = digits.randomElement(using: &random),
      let number = FuzzDictionary.numbers.randomElement(using: &random)
    else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.endIndex
    bytes.replaceSubrange(start..<end, with: number)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Replaces a JSON value, or the text after a separator, by a token.
  private mutating func replaceValue(_ bytes: inout [UInt8]) {
    let starts = bytes.indices.filter { ":,[= ".utf8.contains(bytes[$0]) }
    guard let start = starts.randomElement(using: &random).map({ $0 + 1 }) else { return }
    let end = bytes[start...].firstIndex { ",}]&\n".utf8.contains($0) } ?? bytes.endIndex
    bytes.replaceSubrange(start..<end, with: token())
  }

  /// Replaces the inside of a quoted text.
  private mutating func replaceText(_ bytes: inout [UInt8]) {
    let quotes = bytes.indices.filter { bytes[$0] == 0x22 }
    guard quotes.count > 1 else { return bytes.replaceSubrange(range(in: bytes), with: token()) }
    let index = Int.random(in: 0..<quotes.count - 1, using: &random)
    bytes.replaceSubrange(quotes[index] + 1..<quotes[index + 1], with: token())
  }

  /// Nests deeply: around the whole input, or at some place of it.
  private mutating func nest(_ bytes: inout [UInt8]) {
    let depth = [10, 60, 70, 170, 600, 5_000].randomElement(using: &random) ?? 10
    let (opening, closing) =
      [("[", "]"), (#"{"a":"#, "}"), (#"[{"a":"#, "}]")].randomElement(using: &random) ?? ("[", "]")
    let front = Array(String(repeating: opening, count: depth).utf8)
    // Sometimes left open.
    let back = Bool.random(using: &random) ? Array(String(repeating: closing, count: depth).utf8) : []
    if Bool.random(using: &random) {
      bytes = front + bytes + back
    } else {
      let starts = bytes.indices.filter { bytes[$0] == 0x3A || bytes[$0] == 0x5B }
      let place = starts.randomElement(using: &random).map { $0 + 1 } ?? place(in: bytes)
      let end = bytes[place...].firstIndex { ",}]".utf8.contains($0) } ?? place
      bytes.replaceSubrange(place..<max(place, end), with: front + Array("1".utf8) + back)
    }
  }
}
