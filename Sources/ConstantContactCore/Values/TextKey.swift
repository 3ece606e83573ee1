/// A JSON key with any text.
package struct TextKey: CodingKey, ExpressibleByStringLiteral {
  package let stringValue: String
  package var intValue: Int? { nil }
  package init(_ text: String) { stringValue = text }
  package init(stringLiteral value: String) { stringValue = value }
  package init?(stringValue: String) { self.stringValue = stringValue }
  package init?(intValue: Int) { stringValue = String(intValue) }
}
