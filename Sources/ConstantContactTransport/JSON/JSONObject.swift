/// The members of an object of a ``JSONTape``, found by name.
///
/// Members mostly come in the order in which they are read, so a search begins behind the member that was found last. Which members were
/// found is remembered: the others are the unknown ones.
package struct JSONObject {
  /// The value of a member, as far as text is concerned.
  package enum Text {
    /// The member is missing or null.
    case none
    case text(String)
    /// Any other value.
    case other(JSONNode)
  }

  private let tape: JSONTape
  /// The entry of the first name, and the one behind the object.
  private let first: Int
  private let end: Int
  private let count: Int
  /// The entry of the name where the next search begins, and its number in the object.
  private var position: Int
  private var ordinal = 0
  /// A bit for each of the first 64 members that were found, and the numbers of the others.
  private var found: UInt64 = 0
  private var foundLater: Set<Int> = []
  private var foundCount = 0

  /// Creates a value; `nil` unless the entry is an object.
  init?(_ tape: JSONTape, _ index: Int) {
    let entry = tape.entries[index]
    guard entry.kind == .object else { return nil }
    self.tape = tape
    first = index + 1
    end = Int(entry.next)
    count = entry.count
    position = first
  }

  /// The value of a member; `nil` when no member has this name.
  package mutating func member(_ name: String) -> JSONNode? {
    find(name).map { JSONNode(tape: tape, index: $0) }
  }

  /// The text of a member.
  package mutating func text(_ name: String) -> Text {
    guard let index = find(name) else { return .none }
    if let text = tape.text(at: index) { return .text(text) }
    return tape.kind(at: index) == .null ? .none : .other(JSONNode(tape: tape, index: index))
  }

  /// The names of all members.
  package var names: [String] {
    var names: [String] = []
    names.reserveCapacity(count)
    forEachName { index, _ in names.append(tape.text(at: index) ?? "") }
    return names
  }

  /// Whether there are members that were not searched for.
  package var hasUnknown: Bool { foundCount < count }

  /// Calls a closure with each member that was not searched for.
  package func forEachUnknown(_ body: (String, JSONNode) -> Void) {
    forEachName { index, ordinal in
      if !isFound(ordinal) { body(tape.text(at: index) ?? "", JSONNode(tape: tape, index: index + 1)) }
    }
  }

  private func forEachName(_ body: (_ index: Int, _ ordinal: Int) -> Void) {
    var index = first
    for ordinal in 0..<count {
      body(index, ordinal)
      index = Int(tape.entries[index + 1].next)
    }
  }

  private mutating func find(_ name: String) -> Int? {
    var name = name
    return name.withUTF8 { search($0) }
  }

  private mutating func search(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    var (index, ordinal) = (position, ordinal)
    for _ in 0..<count {
      if index == end { (index, ordinal) = (first, 0) }
      let next = Int(tape.entries[index + 1].next)
      if tape.isText(at: index, name) {
        note(ordinal)
        (position, self.ordinal) = (next, ordinal + 1)
        return index + 1
      }
      (index, ordinal) = (next, ordinal + 1)
    }
    return nil
  }

  @inline(__always)
  private func isFound(_ ordinal: Int) -> Bool {
    ordinal < 64 ? found & (1 << UInt64(ordinal)) != 0 : foundLater.contains(ordinal)
  }

  @inline(__always)
  private mutating func note(_ ordinal: Int) {
    guard !isFound(ordinal) else { return }
    foundCount += 1
    if ordinal < 64 { found |= 1 << UInt64(ordinal) } else { foundLater.insert(ordinal) }
  }
}

extension JSONTape {
  /// Whether an entry is a string of this text.
  @inline(__always)
  fileprivate func isText(at index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entries[index]
    // With escapes, a text is longer.
    guard Int(entry.end - entry.start) >= text.count else { return false }
    guard entry.kind != .escapedString else { return self.text(at: index)?.utf8.elementsEqual(text) ?? false }
    guard Int(entry.end - entry.start) == text.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      let (start, text) = (Int(entry.start), UnsafeRawBufferPointer(text))
      var offset = 0
      while offset + 8 <= text.count {
        let word = bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
        guard word == text.loadUnaligned(fromByteOffset: offset, as: UInt64.self) else { return false }
        offset += 8
      }
      while offset < text.count {
        guard bytes[start + offset] == text[offset] else { return false }
        offset += 1
      }
      return true
    }
  }
}
