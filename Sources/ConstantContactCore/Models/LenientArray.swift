internal import ConstantContactTransport

/// An array whose undecodable elements are kept as raw JSON instead of failing the whole array.
package struct LenientArray<Element: Decodable & Sendable>: Decodable, Sendable {
  package private(set) var elements: [Element] = []
  package private(set) var undecodable: [UndecodableElement] = []

  package init(from decoder: any Decoder) throws {
    if let decoder = decoder as? JSONTapeDecoder {
      self = try LenientArray(decoder.node, at: decoder.codingPath)
      return
    }
    var container = try decoder.unkeyedContainer()
    while !container.isAtEnd {
      switch try container.decode(ElementOrRaw<Element>.self) {
      case .element(let element): elements.append(element)
      case .raw(let raw): undecodable.append(raw)
      }
    }
  }

  /// Decodes an array.
  ///
  /// - Throws: `DecodingError` when the value is not an array.
  init(_ node: JSONNode, at path: [any CodingKey]) throws {
    elements.reserveCapacity(node.count)
    let readsTape = JSONCoding.readsTape(Element.self)
    guard var remaining = node.elements else { throw node.mismatch([Any].self, at: path) }
    while let element = remaining.next() {
      let path = path + [ElementKey(elements.count + undecodable.count)]
      do {
        elements.append(
          readsTape
            ? try Element(from: JSONTapeDecoder(element, at: path)) : try element.decode(Element.self, at: path))
      } catch {
        undecodable.append(
          UndecodableElement(json: RawJSON(element) ?? .null, reason: DecodingFailure.describe(error)))
      }
    }
  }
}

extension LenientArray: TapeReading {}

/// The index of an element in a coding path.
private struct ElementKey: CodingKey {
  let index: Int
  var stringValue: String { "Index \(index)" }
  var intValue: Int? { index }
  init(_ index: Int) { self.index = index }
  init?(intValue: Int) { index = intValue }
  init?(stringValue: String) { nil }
}

private enum ElementOrRaw<Element: Decodable & Sendable>: Decodable {
  case element(Element)
  case raw(UndecodableElement)

  init(from decoder: any Decoder) throws {
    do {
      self = .element(try Element(from: decoder))
    } catch {
      self = .raw(
        UndecodableElement(json: (try? RawJSON(from: decoder)) ?? .null, reason: DecodingFailure.describe(error)))
    }
  }
}
