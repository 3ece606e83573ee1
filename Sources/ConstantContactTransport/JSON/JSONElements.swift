/// The elements of an array of a ``JSONTape``, one after another.
package struct JSONElements {
  private let tape: JSONTape
  private let end: Int
  private var index: Int

  /// Creates a value; `nil` unless the entry is an array.
  init?(_ tape: JSONTape, _ index: Int) {
    let entry = tape.entries[index]
    guard entry.kind == .array else { return nil }
    self.tape = tape
    self.index = index + 1
    end = Int(entry.next)
  }

  /// The next element.
  package mutating func next() -> JSONNode? {
    guard index < end else { return nil }
    defer { index = Int(tape.entries[index].next) }
    return JSONNode(tape: tape, index: index)
  }
}
