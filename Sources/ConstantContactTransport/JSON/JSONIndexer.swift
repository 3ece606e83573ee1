/// Builds the index of a ``JSONTape`` in one pass, without recursion.
///
/// A zero ends the text, so that no byte after the first zero is looked at. Words of eight bytes are loaded at most at the place of that
/// zero: hence the padding.
struct JSONIndexer {
  /// The zeros that must follow the text.
  static let padding = 8

  private let bytes: UnsafeRawBufferPointer
  /// The number of bytes of the text.
  private let end: Int
  private var position = 0
  private var entries: ContiguousArray<JSONTape.Entry> = []
  private var open: [Container] = []
  /// The hashes of the names in the open objects.
  private var hashes: ContiguousArray<UInt64> = []
  /// The hash of the last string.
  private var hash: UInt64 = 0

  /// An array or object whose end has not come.
  private struct Container {
    let entry: Int
    let isObject: Bool
    var count = 0
    /// Where the hashes of its members' names begin.
    let firstHash: Int
    /// Whether equal names are spelled equally: they have neither escapes nor characters outside ASCII.
    var hasPlainNames = true
    var hasDamagedName = false
  }

  /// - Parameter bytes: The text, and the padding.
  /// - Throws: ``JSONTape/Malformed`` or ``JSONGuard/Violation``.
  static func entries(of bytes: UnsafeRawBufferPointer) throws -> ContiguousArray<JSONTape.Entry> {
    var indexer = JSONIndexer(bytes)
    try indexer.run()
    return indexer.entries
  }

  private init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    end = bytes.count - Self.padding
    // Most texts have fewer entries. Growing would copy them.
    entries.reserveCapacity(end / 8 + 1)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private var malformed: any Error {
    // UTF-16 and UTF-32 have zeros.
    position < end && bytes[position] == 0
      ? JSONGuard.Violation.encoding : JSONTape.Malformed(isCutOff: position >= end)
  }

  private mutating func run() throws {
    try value()
    while let container = open.last {
      var byte = nextToken()
      if container.count > 0, byte == UInt8(ascii: ",") {
        position += 1
        byte = nextToken()
      } else if container.count > 0, byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") {
        throw malformed
      }
      if byte == (container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        position += 1
        try close()
        continue
      }
      guard container.count < JSONGuard.maximumMembers else { throw JSONGuard.Violation.members }
      open[open.count - 1].count += 1
      if container.isObject { try name() }
      try value()
    }
    guard nextToken() == 0, position == end else { throw malformed }
  }

  /// The next byte that is not whitespace, without taking it; zero at the end.
  private mutating func nextToken() -> UInt8 {
    while true {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      case let byte: return byte
      }
    }
  }

  @inline(__always)
  private mutating func append(_ kind: JSONTape.Kind, _ start: Int) {
    entries.append(JSONTape.Entry(kind, start: start, end: position, next: entries.count + 1))
  }

  /// Takes a scalar, or the opening bracket of an array or object.
  private mutating func value() throws {
    switch nextToken() {
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "{"): try begin(.object)
    case UInt8(ascii: "["): try begin(.array)
    case UInt8(ascii: "t"): try word("true", .true)
    case UInt8(ascii: "f"): try word("false", .false)
    case UInt8(ascii: "n"): try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: throw malformed
    }
  }

  private mutating func begin(_ kind: JSONTape.Kind) throws {
    guard open.count < JSONGuard.maximumDepth else { throw JSONGuard.Violation.depth }
    open.append(Container(entry: entries.count, isObject: kind == .object, firstHash: hashes.count))
    append(kind, position)
    position += 1
  }

  private mutating func close() throws {
    let container = open.removeLast()
    entries[container.entry].end = UInt32(position)
    entries[container.entry].next = UInt32(entries.count)
    entries[container.entry].count = container.count
    guard container.isObject else { return }
    if container.hasDamagedName {
      entries[container.entry].kind = .damaged
    } else {
      try checkNames(container)
    }
    hashes.removeLast(hashes.count - container.firstHash)
  }

  private mutating func word(_ word: StaticString, _ kind: JSONTape.Kind) throws {
    let start = position
    for offset in 0..<word.utf8CodeUnitCount {
      guard bytes[position] == word.utf8Start[offset] else { throw malformed }
      position += 1
    }
    append(kind, start)
  }

  private mutating func number() throws {
    let start = position
    var isPlain = true
    while true {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        isPlain = false
      default:
        guard position - start <= JSONGuard.maximumNumberLength else { throw JSONGuard.Violation.number }
        let digits = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
        let isValid = isPlain && digits[0] != UInt8(ascii: "0") || JSONNumber.isValid(digits)
        return append(isValid ? .number : .damaged, start)
      }
      position += 1
    }
  }

  // MARK: Names

  private mutating func name() throws {
    guard nextToken() == UInt8(ascii: "\"") else { throw malformed }
    try string()
    let innermost = open.count - 1
    switch entries[entries.count - 1].kind {
    case .string: if hash == 0 { open[innermost].hasPlainNames = false }
    case .escapedString: open[innermost].hasPlainNames = false
    default: open[innermost].hasDamagedName = true
    }
    hashes.append(hash)
    guard nextToken() == UInt8(ascii: ":") else { throw malformed }
    position += 1
  }

  private func hasEqualHashes(_ start: Int) -> Bool {
    hashes.withUnsafeBufferPointer { hashes in
      for index in start..<hashes.count {
        for other in start..<index where hashes[other] == hashes[index] { return true }
      }
      return false
    }
  }

  /// Checks that no two members of an object have one name.
  private func checkNames(_ container: Container) throws {
    if container.count <= 32, container.hasPlainNames, !hasEqualHashes(container.firstHash) { return }
    // Many names, names with several spellings, or equal hashes, which can be forged. Strings are compared like keys of a dictionary.
    var names: Set<String> = []
    names.reserveCapacity(container.count)
    var index = container.entry + 1
    while index < entries.count {
      let entry = entries[index]
      let text = UnsafeRawBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.end)])
      let name = entry.kind == .escapedString ? JSONText.unescaped(text) : String(decoding: text, as: UTF8.self)
      guard names.insert(name).inserted else { throw JSONGuard.Violation.names }
      index = Int(entries[index + 1].next)
    }
  }

  // MARK: Text

  /// Takes a string. Sets ``hash``: zero when the text has escapes or characters outside ASCII.
  private mutating func string() throws {
    position += 1
    let start = position
    var kind = JSONTape.Kind.string
    var isPlain = true
    hash = 0x9E37_79B9_7F4A_7C15
    while true {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let special = Self.specialBytes(in: word)
      guard special != 0 else {
        mix(word)
        position += 8
        continue
      }
      let run = special.trailingZeroBitCount & ~7
      mix(word & (1 << run - 1))
      position += run >> 3
      switch bytes[position] {
      case UInt8(ascii: "\""):
        if !isPlain || hash == 0 { hash = isPlain ? 1 : 0 }
        append(kind, start)
        position += 1
        return
      case UInt8(ascii: "\\"):
        isPlain = false
        if let length = JSONText.escapeLength(at: position, in: bytes) {
          if kind == .string { kind = .escapedString }
          position += length
        } else {
          kind = .damaged
          // A backslash never ends the text: the byte after it exists, if only as padding.
          position += bytes[position + 1] == 0 ? 1 : 2
        }
      case 0: throw malformed
      case 1..<0x20:
        kind = .damaged
        position += 1
      default:
        isPlain = false
        if let length = JSONText.scalarLength(at: position, in: bytes) {
          position += length
        } else {
          kind = .damaged
          position += 1
        }
      }
    }
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 32
  }

  /// The highest bit of the first byte that is a quotation mark, a backslash, a control character or outside ASCII. The bits of bytes after it
  /// mean nothing.
  private static func specialBytes(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let found =
      (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | (word &- ones &* 0x20) & ~word | word
    return found & (ones &* 0x80)
  }
}
