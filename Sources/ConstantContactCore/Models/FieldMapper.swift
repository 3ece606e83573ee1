/// Connects a model's properties with its JSON fields, in both directions.
///
/// A model names each field once, in ``APIModel/mapFields(_:)``. Decoding writes the property, encoding reads it.
public struct FieldMapper {
  /// Who may set a field.
  package enum Access {
    case readWrite
    /// Set by the API alone: left out of request bodies.
    case readOnly
  }

  private enum Direction {
    case decoding(KeyedDecodingContainer<TextKey>)
    case encoding(KeyedEncodingContainer<TextKey>)
  }

  private let direction: Direction
  private let isRequestBody: Bool
  private var additional: AdditionalFields
  private var seen: [String] = []
  private var failure: (any Error)?

  init(decodingFrom decoder: any Decoder) throws {
    direction = .decoding(try decoder.container(keyedBy: TextKey.self))
    isRequestBody = false
    additional = AdditionalFields()
    seen.reserveCapacity(24)
  }

  init(encodingTo encoder: any Encoder, _ fields: AdditionalFields) {
    direction = .encoding(encoder.container(keyedBy: TextKey.self))
    isRequestBody = encoder.userInfo[.isRequestBody] as? Bool ?? false
    additional = fields
  }

  // MARK: Values

  /// Maps a value of any type.
  package mutating func map<Value: Codable>(_ name: String, _ value: inout Value?, _ access: Access = .readWrite) {
    switch direction {
    case .decoding(let container): value = decode(container, name, as: Value.self)
    case .encoding: encode(name, value, access)
    }
  }

  /// Maps a model.
  package mutating func map<Value: APIModel>(_ name: String, _ value: inout Value?, _ access: Access = .readWrite) {
    switch direction {
    case .decoding(let container):
      value = decode(container, name, as: Value.self)
      if value?.unreadableFields.isEmpty == false { additional.partlyUnreadable.insert(name) }
    case .encoding: encode(name, value, access)
    }
  }

  /// Maps text. A number or a truth value in its place is read as text.
  package mutating func map(_ name: String, _ value: inout String?, _ access: Access = .readWrite) {
    switch direction {
    case .decoding(let container): value = decode(container, name, as: LenientText.self)?.text
    case .encoding: encode(name, value, access)
    }
  }

  /// Maps a whole number. Its decimal text, with or without thousands separators, is read too.
  package mutating func map(_ name: String, _ value: inout Int?, _ access: Access = .readWrite) {
    mapText(name, &value, access) { $0.wholeNumber }
  }

  /// Maps a number. Its decimal text is read too.
  package mutating func map(_ name: String, _ value: inout Double?, _ access: Access = .readWrite) {
    switch direction {
    case .decoding(let container):
      // As a number first: as text, a large one would have to be exact.
      guard container.contains(TextKey(name)) else { return }
      if let number = try? container.decode(Double.self, forKey: TextKey(name)) {
        seen.append(name)
        value = number
      } else {
        mapText(name, &value, access) { $0.number }
      }
    case .encoding: encode(name, value, access)
    }
  }

  /// Maps a truth value. `"true"` and `"false"` are read too.
  package mutating func map(_ name: String, _ value: inout Bool?, _ access: Access = .readWrite) {
    mapText(name, &value, access) { Bool($0.text.lowercased()) }
  }

  /// Maps an identifier or another open value that the model cannot be without: it is empty when missing.
  package mutating func map<Value: OpenValue>(_ name: String, _ value: inout Value, _ access: Access = .readWrite) {
    var optional: Value? = value.rawValue.isEmpty ? nil : value
    map(name, &optional, access)
    value = optional ?? value
  }

  /// Maps a truth value that the API keeps as text.
  package mutating func mapAsText(_ name: String, _ value: inout Bool?, _ access: Access = .readWrite) {
    switch direction {
    case .decoding: map(name, &value, access)
    case .encoding: encode(name, value?.description, access)
    }
  }

  /// Maps a value that a request cannot be without.
  package mutating func map<Value: Codable>(_ name: String, _ value: inout Value?, inRequests fallback: Value) {
    var sent = value ?? (isRequestBody ? fallback : nil)
    map(name, &sent)
    if case .decoding = direction { value = sent }
  }

  /// Maps the text fields whose names begin with a prefix, by the rest of the name.
  package mutating func map(prefix: String, _ values: inout [String: String]) {
    switch direction {
    case .decoding(let container):
      for key in container.allKeys where key.stringValue.hasPrefix(prefix) {
        var text: String?
        map(key.stringValue, &text)
        values[String(key.stringValue.dropFirst(prefix.count))] = text
      }
    case .encoding:
      for (name, value) in values { encode(prefix + name, value, .readWrite) }
      for name in additional.unreadable.keys where name.hasPrefix(prefix) {
        if values[String(name.dropFirst(prefix.count))] == nil { encode(name, String?.none, .readWrite) }
      }
    }
  }

  // MARK: Arrays

  /// Maps an array. Elements that cannot be read are left out and kept as raw JSON.
  package mutating func map<Element: Codable & Sendable>(
    _ name: String, _ value: inout [Element]?, _ access: Access = .readWrite
  ) {
    switch direction {
    case .decoding(let container): value = decodeArray(container, name)
    case .encoding: encodeArray(name, value, access)
    }
  }

  /// Maps an array of models. Elements that cannot be read are left out and kept as raw JSON.
  package mutating func map<Element: APIModel>(
    _ name: String, _ value: inout [Element]?, _ access: Access = .readWrite
  ) {
    switch direction {
    case .decoding(let container):
      value = decodeArray(container, name)
      if value?.contains(where: { !$0.unreadableFields.isEmpty }) == true { additional.partlyUnreadable.insert(name) }
    case .encoding: encodeArray(name, value, access)
    }
  }

  /// Maps an array that is empty when it is missing.
  package mutating func map<Element: APIModel>(
    _ name: String, _ value: inout [Element], _ access: Access = .readWrite
  ) {
    var optional: [Element]? = value.isEmpty ? nil : value
    map(name, &optional, access)
    value = optional ?? []
  }

  /// Maps an array that is empty when it is missing.
  package mutating func map<Element: Codable & Sendable>(
    _ name: String, _ value: inout [Element], _ access: Access = .readWrite
  ) {
    var optional: [Element]? = value.isEmpty ? nil : value
    map(name, &optional, access)
    value = optional ?? []
  }

  // MARK: The ends

  /// What the properties do not hold, once every field is mapped.
  func additionalFields() -> AdditionalFields {
    guard case .decoding(let container) = direction else { return additional }
    let keys = container.allKeys
    // Every key was asked for in most objects: then no set needs to be built.
    guard keys.count > seen.count else { return additional }
    var result = additional
    let known = Set(seen)
    for key in keys where !known.contains(key.stringValue) {
      if let json = try? container.decode(RawJSON.self, forKey: key) {
        result.unknown[key.stringValue] = json
      } else {
        // A number such as 1e400, which nothing can hold.
        result.unreadable[key.stringValue] = .null
      }
    }
    return result
  }

  /// Encodes what the properties do not hold.
  func finishEncoding() throws {
    if let failure { throw failure }
    guard case .encoding(var container) = direction else { return }
    for (name, value) in additional.unknown where !isRequestBody {
      try container.encode(value, forKey: TextKey(name))
    }
  }

  // MARK: Decoding

  private mutating func decode<Value: Decodable>(
    _ container: KeyedDecodingContainer<TextKey>, _ name: String, as: Value.Type
  ) -> Value? {
    let key = TextKey(name)
    guard container.contains(key) else { return nil }
    seen.append(name)
    do {
      return try container.decodeIfPresent(Value.self, forKey: key)
    } catch {
      noteUnreadable(container, name)
      return nil
    }
  }

  private mutating func noteUnreadable(_ container: KeyedDecodingContainer<TextKey>, _ name: String) {
    additional.unreadable[name] = (try? container.decode(RawJSON.self, forKey: TextKey(name))) ?? .null
  }

  private mutating func decodeArray<Element: Decodable & Sendable>(
    _ container: KeyedDecodingContainer<TextKey>, _ name: String
  ) -> [Element]? {
    guard let list = decode(container, name, as: LenientArray<Element>.self) else { return nil }
    if !list.undecodable.isEmpty { additional.unreadable[name] = .array(list.undecodable.map(\.json)) }
    return list.elements
  }

  private mutating func mapText<Value: Encodable>(
    _ name: String, _ value: inout Value?, _ access: Access, _ read: (LenientText) -> Value?
  ) {
    switch direction {
    case .decoding(let container):
      guard let text = decode(container, name, as: LenientText.self) else { return }
      value = read(text)
      if value == nil { noteUnreadable(container, name) }
    case .encoding: encode(name, value, access)
    }
  }

  // MARK: Encoding

  private mutating func encode(_ name: String, _ value: (some Encodable)?, _ access: Access) {
    guard failure == nil, case .encoding(var container) = direction else { return }
    if isRequestBody && access == .readOnly { return }
    do {
      if let value {
        try container.encode(value, forKey: TextKey(name))
      } else if let raw = additional.unreadable[name], !isRequestBody {
        try container.encode(raw, forKey: TextKey(name))
      }
    } catch {
      failure = error
    }
  }

  private mutating func encodeArray<Element: Encodable>(_ name: String, _ value: [Element]?, _ access: Access) {
    guard !isRequestBody, let value, case .array(let raw)? = additional.unreadable[name] else {
      return encode(name, value, access)
    }
    guard failure == nil, case .encoding(var container) = direction else { return }
    do {
      var array = container.nestedUnkeyedContainer(forKey: TextKey(name))
      for element in value { try array.encode(element) }
      for element in raw { try array.encode(element) }
    } catch {
      failure = error
    }
  }
}

extension CodingUserInfoKey {
  /// Set by `JSONCoding.body`: only the fields that the API accepts are encoded.
  ///
  /// Unwrapping is safe: only an empty name yields `nil`.
  package static let isRequestBody =
    CodingUserInfoKey(rawValue: "ConstantContactCore.isRequestBody").unsafelyUnwrapped
}
