#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// A JSON text with an index of its values: one flat array, in the order of the text.
///
/// Reading a member or an element copies nothing else. The text is checked against the bounds of ``JSONGuard`` once, when it is indexed.
///
/// The structure is that of RFC 8259; as with `JSONDecoder`, a byte order mark at the beginning and a comma before a closing bracket
/// are accepted. Damage inside a string or a number costs that value, not the text: see ``Kind/damaged``.
package final class JSONTape {
  /// What a value is.
  package enum Kind: UInt32 {
    case null, `false`, `true`, number, string, array, object
    /// Text with escapes.
    case escapedString
    /// A value that cannot be read: a string with invalid UTF-8, an unknown escape, an unpaired surrogate or a control character; a number
    /// that breaks the grammar; an object with the name of a member damaged in this way.
    case damaged
  }

  /// One value, or the name of a member, which stands before the member's value.
  struct Entry {
    /// The kind in the lowest byte, the number of members or elements above it.
    private var head: UInt32
    /// The bytes of the value: of text, those between the quotation marks.
    let start: UInt32
    var end: UInt32
    /// The index of the entry after this value and everything in it.
    var next: UInt32

    init(_ kind: Kind, start: Int, end: Int, next: Int) {
      head = kind.rawValue
      // The largest text has 64 MiB.
      (self.start, self.end, self.next) = (UInt32(start), UInt32(end), UInt32(next))
    }

    var kind: Kind {
      get { Kind(rawValue: head & 0xFF) ?? .damaged }
      set { head = head & ~0xFF | newValue.rawValue }
    }

    var count: Int {
      get { Int(head >> 8) }
      // At most 100,000.
      set { head = head & 0xFF | UInt32(newValue) << 8 }
    }
  }

  /// Why a text within the bounds is not indexed.
  struct Malformed: Error {
    /// Whether the text ends where more was expected.
    let isCutOff: Bool
  }

  /// The text, and eight zeros behind it.
  let bytes: ContiguousArray<UInt8>
  let entries: ContiguousArray<Entry>

  /// Creates the index of a text.
  ///
  /// - Throws: ``Malformed``; ``JSONGuard/Violation``.
  init(indexing data: Data) throws {
    guard data.count <= JSONGuard.maximumSize else { throw JSONGuard.Violation.size(data.count) }
    let count = data.count
    bytes = ContiguousArray(unsafeUninitializedCapacity: count + JSONIndexer.padding) { buffer, size in
      _ = data.copyBytes(to: buffer)
      for index in count..<count + JSONIndexer.padding { buffer[index] = 0 }
      size = count + JSONIndexer.padding
    }
    entries = try bytes.withUnsafeBytes { try JSONIndexer.entries(of: $0) }
  }

  /// Creates the index of a text.
  ///
  /// - Throws: `DecodingError.dataCorrupted` when the text is not JSON; ``JSONGuard/Violation`` when it exceeds a bound.
  package static func decoding(_ data: Data) throws -> JSONTape {
    do {
      return try JSONTape(indexing: data)
    } catch is Malformed {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [], debugDescription: "The text is not JSON."))
    }
  }

  /// The outermost value.
  package var root: JSONNode { JSONNode(tape: self, index: 0) }
}
