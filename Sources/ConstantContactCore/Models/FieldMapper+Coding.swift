/// Decodes and encodes fields with the containers of `Codable`.
extension FieldMapper {
  /// Decodes or encodes a value.
  @usableFromInline
  mutating func code<Value: Codable>(_ name: String, _ value: inout Value?, _ access: Access) {
    switch coding {
    case .decoding(let side): value = decode(side.container, name, as: Value.self)
    case .encoding, nil: encode(name, value, access)
    }
  }

  mutating func codeText<Value: Encodable>(
    _ name: String, _ value: inout Value?, _ access: Access, _ read: (LenientText) -> Value?
  ) {
    switch coding {
    case .decoding(let side):
      guard let text = decode(side.container, name, as: LenientText.self) else { return }
      value = read(text)
      if value == nil { noteUnreadable(side.container, name) }
    case .encoding, nil: encode(name, value, access)
    }
  }

  @usableFromInline
  mutating func codeArray<Element: Codable & Sendable>(_ name: String, _ value: inout [Element]?, _ access: Access) {
    switch coding {
    case .decoding(let side): value = decodeArray(side.container, name)
    case .encoding, nil: encodeArray(name, value, access)
    }
  }

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

  mutating func encode(_ name: String, _ value: (some Encodable)?, _ access: Access) {
    guard failure == nil, case .encoding(let side)? = coding else { return }
    if isRequestBody && access == .readOnly { return }
    do {
      if let value {
        try side.container.encode(value, forKey: TextKey(name))
      } else if let raw = additional.unreadable[name], !isRequestBody {
        try side.container.encode(raw, forKey: TextKey(name))
      }
    } catch {
      failure = error
    }
  }

  private mutating func encodeArray<Element: Encodable>(_ name: String, _ value: [Element]?, _ access: Access) {
    guard !isRequestBody, let value, case .array(let raw)? = additional.unreadable[name] else {
      return encode(name, value, access)
    }
    guard failure == nil, case .encoding(let side)? = coding else { return }
    do {
      var array = side.container.nestedUnkeyedContainer(forKey: TextKey(name))
      for element in value { try array.encode(element) }
      for element in raw { try array.encode(element) }
    } catch {
      failure = error
    }
  }
}
