#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// One value of a ``JSONTape``.
package struct JSONNode {
  package let tape: JSONTape
  let index: Int

  private var entry: JSONTape.Entry { tape.entries[index] }

  /// What the value is.
  package var kind: JSONTape.Kind { tape.kind(at: index) }

  /// The number of elements of an array or members of an object; zero for any other value.
  package var count: Int { entry.count }

  /// The text of a string; `nil` for any other value.
  package var text: String? { tape.text(at: index) }

  /// The value of `true` and `false`; `nil` for any other value.
  package var bool: Bool? {
    switch kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The value of a number that is an integer, however it is spelled; `nil` for any other value, and when it does not fit.
  package func integer<Value: FixedWidthInteger>(as type: Value.Type) -> Value? {
    tape.withBytes(at: index) { kind, bytes in
      kind == .number ? JSONNumber.wholeNumber(bytes, as: type) : nil
    }
  }

  /// The value of a number; `nil` for any other value, and when it is too large or too small for a `Double`.
  package var double: Double? {
    tape.withBytes(at: index) { kind, bytes in kind == .number ? JSONNumber.double(bytes) : nil }
  }

  /// The value's text in the document.
  package var source: Data {
    tape.withSource(at: index) { Data($0) }
  }

  /// Checks that `JSONDecoder` can read the value and everything in it.
  ///
  /// It traps when it decodes certain numbers as integers, such as 1 with 60 zeros and `e-44`.
  ///
  /// - Throws: ``JSONGuard/Violation``.
  package func checkForJSONDecoder() throws {
    for index in index..<Int(entry.next) {
      let isSafe = tape.withBytes(at: index) { kind, bytes in kind != .number || JSONNumber.isSafe(bytes) }
      if !isSafe { throw JSONGuard.Violation.digits }
    }
  }

  /// The members; `nil` unless the value is an object.
  package var object: JSONObject? { JSONObject(tape, index) }

  /// The elements; `nil` unless the value is an array.
  package var elements: JSONElements? { JSONElements(tape, index) }

  /// Calls a closure with each element of an array.
  ///
  /// - Returns: Whether the value is an array.
  package func forEachElement(_ body: (JSONNode) throws -> Void) rethrows -> Bool {
    guard var elements else { return false }
    while let element = elements.next() { try body(element) }
    return true
  }

  /// Calls a closure with the name and the value of each member of an object.
  ///
  /// - Returns: Whether the value is an object.
  package func forEachMember(_ body: (String, JSONNode) throws -> Void) rethrows -> Bool {
    let entry = entry
    guard entry.kind == .object else { return false }
    var name = index + 1
    while name < Int(entry.next) {
      try body(tape.text(at: name) ?? "", JSONNode(tape: tape, index: name + 1))
      name = Int(tape.entries[name + 1].next)
    }
    return true
  }
}

extension JSONTape {
  func kind(at index: Int) -> Kind { entries[index].kind }

  func text(at index: Int) -> String? {
    withBytes(at: index) { kind, bytes in
      switch kind {
      // The indexer has checked that the bytes are UTF-8.
      case .string: String(decoding: bytes, as: UTF8.self)
      case .escapedString: JSONText.unescaped(bytes)
      default: nil
      }
    }
  }

  /// Calls a closure with the kind and the text of a value, without the quotation marks of a string.
  func withBytes<Result>(at index: Int, _ body: (Kind, UnsafeRawBufferPointer) -> Result) -> Result {
    let entry = entries[index]
    return bytes.withUnsafeBytes {
      body(entry.kind, UnsafeRawBufferPointer(rebasing: $0[Int(entry.start)..<Int(entry.end)]))
    }
  }

  /// Calls a closure with the text of a value, with the quotation marks of a string.
  func withSource<Result>(at index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let (start, end) = (Int(entries[index].start), Int(entries[index].end))
    return bytes.withUnsafeBytes { bytes in
      // A bracket, a digit or a letter is the beginning of any other value.
      let quotes = start > 0 && bytes[start - 1] == UInt8(ascii: "\"") && bytes[end] == UInt8(ascii: "\"") ? 1 : 0
      return body(UnsafeRawBufferPointer(rebasing: bytes[start - quotes..<end + quotes]))
    }
  }
}
