/// An array whose undecodable elements are kept as raw JSON instead of failing the whole array.
package struct LenientArray<Element: Decodable & Sendable>: Decodable, Sendable {
  package private(set) var elements: [Element] = []
  package private(set) var undecodable: [UndecodableElement] = []

  package init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    while !container.isAtEnd {
      switch try container.decode(ElementOrRaw<Element>.self) {
      case .element(let element): elements.append(element)
      case .raw(let raw): undecodable.append(raw)
      }
    }
  }
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
