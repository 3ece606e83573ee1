/// Reads a response object without ever failing on one of its members.
///
/// A member that is missing or null reads as `nil`; so does one of an unexpected type, and its key is kept in
/// ``malformed``, so that code that writes the object back knows that it is incomplete.
package struct LenientContainer<Key: CodingKey> {
  private let container: KeyedDecodingContainer<Key>

  /// The keys whose value was there but could not be read.
  package private(set) var malformed: Set<String> = []

  /// - Throws: When the value is not an object at all.
  package init(_ decoder: any Decoder, keyedBy: Key.Type) throws {
    container = try decoder.container(keyedBy: Key.self)
  }

  /// Reads a member of any type.
  package subscript<Value: Decodable>(key: Key) -> Value? {
    mutating get { read(key, as: Value.self) }
  }

  /// Reads text; a number in its place is taken as text.
  package subscript(key: Key) -> String? {
    mutating get { read(key, as: LenientText.self)?.text }
  }

  /// Reads a whole number; its decimal text, with or without thousands separators, is taken too.
  package subscript(key: Key) -> Int? {
    mutating get {
      guard let text = read(key, as: LenientText.self) else { return nil }
      if let number = text.wholeNumber { return number }
      malformed.insert(key.stringValue)
      return nil
    }
  }

  /// Reads a number; its decimal text is taken too.
  package subscript(key: Key) -> Double? {
    mutating get {
      guard let text = read(key, as: LenientText.self) else { return nil }
      if let number = text.number { return number }
      malformed.insert(key.stringValue)
      return nil
    }
  }

  /// Reads a truth value; `"true"` and `"false"` are taken too.
  package subscript(key: Key) -> Bool? {
    mutating get {
      guard let text = read(key, as: LenientText.self)?.text else { return nil }
      if let value = Bool(text.lowercased()) { return value }
      malformed.insert(key.stringValue)
      return nil
    }
  }

  /// Reads an array, leaving out the elements that cannot be read. `nil` when the array is missing or null.
  package mutating func array<Element: Decodable>(_ key: Key) -> [Element]? {
    guard let elements = read(key, as: [Fallible<Element>].self) else { return nil }
    let good = elements.compactMap(\.value)
    if good.count < elements.count { malformed.insert(key.stringValue) }
    return good
  }

  private mutating func read<Value: Decodable>(_ key: Key, as: Value.Type) -> Value? {
    do {
      return try container.decodeIfPresent(Value.self, forKey: key)
    } catch {
      malformed.insert(key.stringValue)
      return nil
    }
  }
}

/// A value, or nothing when it could not be read.
struct Fallible<Value: Decodable>: Decodable {
  let value: Value?
  init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
}
