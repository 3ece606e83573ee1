internal import ConstantContactTransport

/// Connects a model's properties with its JSON fields, in both directions.
///
/// A model names each field once, in ``APIModel/mapFields(_:)``. Decoding writes the property, encoding reads it.
public struct FieldMapper {
  /// Who may set a field.
  @usableFromInline
  package enum Access {
    case readWrite
    /// Set by the API alone: left out of request bodies.
    case readOnly
  }

  /// Whether ``object`` is read. Everything else is in ``coding``.
  @usableFromInline let isReading: Bool
  var object: JSONObject?
  let coding: Coding?
  let isRequestBody: Bool
  var additional = AdditionalFields()
  var seen: [String] = []
  var failure: (any Error)?

  /// The containers of `Codable`. In classes, because their size is not known to the compiler, which would make reading slower, too.
  enum Coding {
    case decoding(DecodingSide)
    case encoding(EncodingSide)
  }

  final class DecodingSide {
    let container: KeyedDecodingContainer<TextKey>
    init(_ container: KeyedDecodingContainer<TextKey>) { self.container = container }
  }

  final class EncodingSide {
    var container: KeyedEncodingContainer<TextKey>
    init(_ container: KeyedEncodingContainer<TextKey>) { self.container = container }
  }

  init(reading object: JSONObject) {
    isReading = true
    self.object = object
    coding = nil
    isRequestBody = false
  }

  init(decodingFrom decoder: any Decoder) throws {
    if let decoder = decoder as? JSONTapeDecoder {
      guard let object = decoder.node.object else {
        throw decoder.node.mismatch([String: Any].self, at: decoder.codingPath)
      }
      self.init(reading: object)
      return
    }
    self.init(decoding: try decoder.container(keyedBy: TextKey.self))
  }

  private init(decoding container: KeyedDecodingContainer<TextKey>) {
    isReading = false
    coding = .decoding(DecodingSide(container))
    isRequestBody = false
    seen.reserveCapacity(24)
  }

  init(encodingTo encoder: any Encoder, _ fields: AdditionalFields) {
    isReading = false
    coding = .encoding(EncodingSide(encoder.container(keyedBy: TextKey.self)))
    isRequestBody = encoder.userInfo[.isRequestBody] as? Bool ?? false
    additional = fields
  }

  // MARK: Values

  /// Maps a value of any type.
  package mutating func map<Value: Codable>(_ name: String, _ value: inout Value?, _ access: Access = .readWrite) {
    if isReading { value = read(name) } else { code(name, &value, access) }
  }

  /// Maps an identifier or another open value.
  @inlinable
  package mutating func map<Value: OpenValue>(_ name: String, _ value: inout Value?, _ access: Access = .readWrite) {
    guard isReading else { return code(name, &value, access) }
    if let text = readText(name) { value = Value(rawValue: text) } else { value = nil }
  }

  /// Maps a date.
  package mutating func map(_ name: String, _ value: inout Timestamp?, _ access: Access = .readWrite) {
    guard isReading else { return code(name, &value, access) }
    if let text = readText(name) { value = Timestamp(text: text) } else { value = nil }
  }

  /// Maps a model.
  @inlinable
  package mutating func map<Value: APIModel>(_ name: String, _ value: inout Value?, _ access: Access = .readWrite) {
    guard isReading else {
      code(name, &value, access)
      return notePartlyUnreadable(name, value?.unreadableFields.isEmpty == false)
    }
    guard var fields = readObject(name) else { return value = nil }
    let model = Value(&fields)
    notePartlyUnreadable(name, fields.hasUnreadable)
    value = model
  }

  /// Maps text. A number or a truth value in its place is read as text.
  package mutating func map(_ name: String, _ value: inout String?, _ access: Access = .readWrite) {
    if isReading { value = readText(name) } else { codeText(name, &value, access) { $0.text } }
  }

  /// Maps a whole number. Its decimal text, with or without thousands separators, is read too.
  package mutating func map(_ name: String, _ value: inout Int?, _ access: Access = .readWrite) {
    if isReading {
      value = read(name) { $0.integer(as: Int.self) ?? LenientText($0)?.wholeNumber }
    } else {
      codeText(name, &value, access) { $0.wholeNumber }
    }
  }

  /// Maps a number. Its decimal text is read too.
  package mutating func map(_ name: String, _ value: inout Double?, _ access: Access = .readWrite) {
    if isReading {
      // As a number first: as text, a large one would have to be exact.
      value = read(name) { $0.double ?? LenientText($0)?.number }
    } else if case .decoding(let side)? = coding, side.container.contains(TextKey(name)),
      let number = try? side.container.decode(Double.self, forKey: TextKey(name))
    {
      seen.append(name)
      value = number
    } else {
      codeText(name, &value, access) { $0.number }
    }
  }

  /// Maps a truth value. `"true"` and `"false"` are read too.
  package mutating func map(_ name: String, _ value: inout Bool?, _ access: Access = .readWrite) {
    if isReading {
      value = read(name) { $0.bool ?? LenientText($0).flatMap { Bool($0.text.lowercased()) } }
    } else {
      codeText(name, &value, access) { Bool($0.text.lowercased()) }
    }
  }

  /// Maps an identifier or another open value that the model cannot be without: it is empty when missing.
  @inlinable
  package mutating func map<Value: OpenValue>(_ name: String, _ value: inout Value, _ access: Access = .readWrite) {
    var optional: Value? = value.rawValue.isEmpty ? nil : value
    map(name, &optional, access)
    if let optional { value = optional }
  }

  /// Maps a truth value that the API keeps as text.
  package mutating func mapAsText(_ name: String, _ value: inout Bool?, _ access: Access = .readWrite) {
    if case .encoding? = coding { encode(name, value?.description, access) } else { map(name, &value, access) }
  }

  /// Maps a value that a request cannot be without.
  package mutating func map<Value: Codable>(_ name: String, _ value: inout Value?, inRequests fallback: Value) {
    var sent = value ?? (isRequestBody ? fallback : nil)
    map(name, &sent)
    if case .encoding? = coding { return }
    value = sent
  }

  /// Maps the text fields whose names begin with a prefix, by the rest of the name.
  package mutating func map(prefix: String, _ values: inout [String: String]) {
    if case .encoding? = coding {
      for (name, value) in values { encode(prefix + name, value, .readWrite) }
      for name in additional.unreadable.keys where name.hasPrefix(prefix) {
        if values[String(name.dropFirst(prefix.count))] == nil { encode(name, String?.none, .readWrite) }
      }
      return
    }
    for name in names() where name.hasPrefix(prefix) {
      var text: String?
      map(name, &text)
      values[String(name.dropFirst(prefix.count))] = text
    }
  }

  // MARK: Arrays

  /// Maps an array. Elements that cannot be read are left out and kept as raw JSON.
  package mutating func map<Element: Codable & Sendable>(
    _ name: String, _ value: inout [Element]?, _ access: Access = .readWrite
  ) {
    if isReading { value = readArray(name) } else { codeArray(name, &value, access) }
  }

  /// Maps an array of identifiers or other open values. Elements that cannot be read are left out and kept as raw JSON.
  @inlinable
  package mutating func map<Element: OpenValue>(
    _ name: String, _ value: inout [Element]?, _ access: Access = .readWrite
  ) {
    guard isReading else { return codeArray(name, &value, access) }
    guard let texts = readTexts(name) else { return value = nil }
    value = texts.map { Element(rawValue: $0) }
  }

  /// Maps an array of models. Elements that cannot be read are left out and kept as raw JSON.
  @inlinable
  package mutating func map<Element: APIModel>(
    _ name: String, _ value: inout [Element]?, _ access: Access = .readWrite
  ) {
    guard isReading else {
      codeArray(name, &value, access)
      return notePartlyUnreadable(name, value?.contains { !$0.unreadableFields.isEmpty } == true)
    }
    guard var objects = readObjects(name) else { return value = nil }
    var elements: [Element] = []
    elements.reserveCapacity(objects.count)
    while var fields = objects.next() {
      elements.append(Element(&fields))
      notePartlyUnreadable(name, fields.hasUnreadable)
    }
    noteUnreadable(name, objects)
    value = elements
  }

  /// Maps an array that is empty when it is missing.
  @inlinable
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
  @usableFromInline
  func additionalFields() -> AdditionalFields {
    if let object { return object.hasUnknown ? Self.withUnknown(object, additional) : additional }
    guard case .decoding(let side)? = coding else { return additional }
    let keys = side.container.allKeys
    // Every key was asked for in most objects: then no set needs to be built.
    guard keys.count > seen.count else { return additional }
    var result = additional
    let known = Set(seen)
    for key in keys where !known.contains(key.stringValue) {
      if let json = try? side.container.decode(RawJSON.self, forKey: key) {
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
    guard case .encoding(let side)? = coding, !isRequestBody else { return }
    for (name, value) in additional.unknown { try side.container.encode(value, forKey: TextKey(name)) }
  }

  private func names() -> [String] {
    if case .decoding(let side)? = coding { return side.container.allKeys.map { $0.stringValue } }
    return object?.names ?? []
  }

  @usableFromInline
  mutating func notePartlyUnreadable(_ name: String, _ isUnreadable: Bool) {
    if isUnreadable { additional.partlyUnreadable.insert(name) }
  }
}

extension CodingUserInfoKey {
  /// Set by `JSONCoding.body`: only the fields that the API accepts are encoded.
  ///
  /// Unwrapping is safe: only an empty name yields `nil`.
  package static let isRequestBody =
    CodingUserInfoKey(rawValue: "ConstantContactCore.isRequestBody").unsafelyUnwrapped
}
